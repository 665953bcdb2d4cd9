package datasource

import (
	"encoding/json"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"driftline/engine"
)

// framesOf puts what the engine gave into frames of Grafana.
func framesOf(refID string, result engine.Result) (data.Frames, error) {
	frames := make(data.Frames, len(result.Frames))
	for i, from := range result.Frames {
		frame := data.NewFrame(from.Name)
		frame.RefID = refID
		frame.Meta = &data.FrameMeta{}
		if err := json.Unmarshal(from.Meta, frame.Meta); err != nil {
			return nil, err
		}
		for _, description := range from.Fields {
			field, err := fieldOf(description)
			if err != nil {
				return nil, err
			}
			frame.Fields = append(frame.Fields, field)
		}
		frames[i] = frame
	}
	return frames, nil
}

func fieldOf(from engine.Field) (*data.Field, error) {
	labels := data.Labels(from.Labels)
	if len(labels) == 0 {
		labels = nil
	}
	field := data.NewField(from.Name, labels, valuesOf(from.Type, from.Values))
	if len(from.Config) > 2 {
		field.Config = &data.FieldConfig{}
		if err := json.Unmarshal(from.Config, field.Config); err != nil {
			return nil, err
		}
	}
	return field, nil
}

func valuesOf(kind string, column any) any {
	numbers, isNumbers := column.([]float64)
	if !isNumbers {
		return column
	}
	switch kind {
	case "time":
		times := make([]time.Time, len(numbers))
		for i, milliseconds := range numbers {
			times[i] = time.UnixMilli(int64(milliseconds)).UTC()
		}
		return times
	case "string":
		return make([]string, len(numbers))
	default:
		nullable := make([]*float64, len(numbers))
		for i, number := range numbers {
			nullable[i] = engine.Nullable(number)
		}
		return nullable
	}
}
