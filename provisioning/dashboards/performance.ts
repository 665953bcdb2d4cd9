import type { DashboardContent } from './content.ts';

export const PERFORMANCE: DashboardContent = {
  id: 'performance',
  name: 'Performance',
  title: 'Model performance',
  description: 'Is the model still right, as far as the ground truth has arrived?',
  variables: ['model', 'version'],
  several: ['version'],
  // Outcomes are fewer than predictions.
  window: '1h',
  marked: ['accuracy-drop'],
  rows: [
    {
      title: 'Classes',
      lines: [
        {
          height: 10,
          panels: [
            {
              kind: 'lines',
              title: 'Accuracy drop',
              description: 'Accuracy in the training data minus accuracy now, in points.',
              questions: [{ measure: 'accuracy-drop' }],
            },
            {
              kind: 'confusion',
              title: 'Confusion matrix',
              description: 'Which class is taken for which. Each cell shows its course.',
              questions: [{ measure: 'accuracy' }],
            },
          ],
        },
        {
          height: 9,
          panels: [
            {
              kind: 'lines',
              title: 'Accuracy',
              description: 'Share of the outcomes that were predicted. With rare classes, look at F1 as well.',
              questions: [
                { measure: 'accuracy', legend: 'Accuracy {{ml_model_version}}' },
                { measure: 'balanced-accuracy', legend: 'Balanced accuracy {{ml_model_version}}' },
              ],
            },
            {
              kind: 'lines',
              title: 'Precision, recall and F1',
              description: 'Of the favorable class.',
              questions: [
                { measure: 'precision', legend: 'Precision {{ml_model_version}}' },
                { measure: 'recall', legend: 'Recall {{ml_model_version}}' },
                { measure: 'f1', legend: 'F1 {{ml_model_version}}' },
              ],
            },
            {
              kind: 'lines',
              title: 'Delay of the ground truth',
              description:
                'How long a prediction waits for its outcome. Whatever is younger than this, no measure here knows.',
              questions: [{ measure: 'label-delay' }],
            },
          ],
        },
      ],
    },
    {
      title: 'Scores',
      lines: [
        {
          height: 9,
          panels: [
            {
              kind: 'lines',
              title: 'ROC AUC',
              description: 'How well the scores tell the classes apart, whatever the threshold. 0.5 is chance.',
              questions: [{ measure: 'roc-auc' }],
            },
            {
              kind: 'lines',
              title: 'Calibration error',
              description: 'How far a score is from the share that it promises. Retrain or calibrate when it grows.',
              questions: [{ measure: 'expected-calibration-error' }],
            },
            {
              kind: 'lines',
              title: 'Brier score',
              description: 'Mean squared difference between score and outcome.',
              questions: [{ measure: 'brier-score' }],
            },
          ],
        },
      ],
    },
    {
      title: 'Regression',
      collapsed: true,
      lines: [
        {
          height: 9,
          panels: [
            {
              kind: 'lines',
              title: 'Mean absolute error',
              description: 'In the unit of the prediction.',
              questions: [{ measure: 'mean-absolute-error' }],
            },
            {
              kind: 'lines',
              title: 'Root mean squared error',
              description: 'Far above the mean absolute error, a few predictions are far off.',
              questions: [{ measure: 'root-mean-squared-error' }],
            },
            {
              kind: 'lines',
              title: 'Bias',
              description: 'Above zero, the model predicts too much.',
              questions: [{ measure: 'bias' }],
            },
          ],
        },
      ],
    },
  ],
};
