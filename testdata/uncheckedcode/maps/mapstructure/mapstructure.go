// Package mapstructure is as the library of that name, as far as programs here need it.
package mapstructure

type DecoderConfig struct {
	WeaklyTypedInput bool
	Result           any
}

type Decoder struct{ config *DecoderConfig }

func NewDecoder(config *DecoderConfig) (*Decoder, error) { return &Decoder{config}, nil }

// Decode decodes what it gets into the configuration's Result.
func (d *Decoder) Decode(input any) error {
	if d.config.Result == input {
		return nil
	}
	return nil
}
