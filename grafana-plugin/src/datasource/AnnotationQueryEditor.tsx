import { QueryEditor, type EditorProps } from './QueryEditor.tsx';

/** Asks for annotations: of a measure beyond a limit, or of new versions. */
export function AnnotationQueryEditor({ query, ...props }: EditorProps) {
  return <QueryEditor {...props} query={{ ...query, format: 'annotations' }} isAnnotation />;
}
