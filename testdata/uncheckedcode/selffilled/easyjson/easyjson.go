// Package easyjson is as the library of that name, as far as programs here need it.
package easyjson

import "io"

type Lexer struct{ Data []byte }

func (l *Lexer) Key() string  { return string(l.Data) }
func (l *Lexer) Text() string { return string(l.Data) }
func (l *Lexer) Int() int     { return len(l.Data) }

type Unmarshaler interface{ UnmarshalEasyJSON(l *Lexer) }

func Unmarshal(data []byte, v Unmarshaler) error {
	v.UnmarshalEasyJSON(&Lexer{Data: data})
	return nil
}

func UnmarshalFromReader(r io.Reader, v Unmarshaler) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	return Unmarshal(data, v)
}
