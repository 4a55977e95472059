// Package effects does things with the replies that it is given.
package effects

import (
	"encoding/json"
	"errors"
	"io"
	"log"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

var last *reply

func decode(r io.Reader, out any) error { // want `out is filled`
	return json.NewDecoder(r).Decode(out)
}

func fetch(r io.Reader, out *reply) error { // want `out is filled`
	return decode(r, out)
}

func (r *reply) parse(text []byte) error { // want `r is filled`
	return json.Unmarshal(text, r)
}

// What is filled is a copy.
func lost(text []byte, r reply) error {
	return json.Unmarshal(text, &r)
}

func (r reply) ok() bool { // want `r is read`
	return r.ResponseCode == codes.ResponseSuccess
}

func accepted(r *reply) bool { // want `r is read`
	return r.ok()
}

func checked(r io.Reader, out *reply) error { // want `out is filled, is read`
	if err := decode(r, out); err != nil {
		return err
	}
	return out.ResponseCode.Err()
}

func id(r *reply) string { return r.MessageID }

func keep(r *reply) { // want `r is gone`
	last = r
}

func hand(r *reply, to func(*reply)) { // want `r is gone; to is gone`
	to(r)
}

// refuse reads a code out of a text.
func refuse(text []byte) error { // want `text is read`
	var r reply
	if err := json.Unmarshal(text, &r); err != nil {
		return err
	}
	if !r.ok() {
		return errors.New("refused")
	}
	return nil
}

// read leaves it to its caller.
func read(text []byte) (r reply, err error) { // want `text is returned decoded`
	err = json.Unmarshal(text, &r)
	return
}

func show(text []byte) { log.Printf("%s", text) }

// again calls itself.
func again(r *reply, n int) bool { // want `r is read`
	return n > 0 && again(r, n-1) || r.ok()
}

// even and odd call each other, which nobody follows.
func even(r *reply, n int) bool { // want `r is read, is gone`
	if n == 0 {
		return r.ok()
	}
	return odd(r, n-1)
}

func odd(r *reply, n int) bool { // want `r is gone`
	return n > 0 && even(r, n-1)
}
