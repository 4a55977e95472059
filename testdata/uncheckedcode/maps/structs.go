package maps

import (
	"context"

	"example.test/programs/uncheckedcode/maps/mapstructure"
)

// outcome is what the program makes of a map.
type outcome struct {
	Code string `mapstructure:"responseCode"`
	ID   string `mapstructure:"messageId"`
}

// submit has the map made a struct, in which the code is.
func (g *gateway) submit(ctx context.Context, to string) (outcome, error) {
	m, err := g.post(ctx, "/sms", to)
	if err != nil {
		return outcome{}, err
	}
	var o outcome
	d, err := mapstructure.NewDecoder(&mapstructure.DecoderConfig{WeaklyTypedInput: true, Result: &o})
	if err != nil {
		return outcome{}, err
	}
	if err := d.Decode(m); err != nil {
		return outcome{}, err
	}
	return o, nil
}
