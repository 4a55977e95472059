package success

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// To decode a reply is not to look at its code.
func sendSMS(body io.Reader) (string, error) {
	var r reply
	if err := json.NewDecoder(body).Decode(&r); err != nil {
		return "", err
	}
	return r.Message, r.Code // want `write r.Code.Err\(\)`
}

func call(path string, out any) error {
	resp, err := http.Get("https://api.geniq.io/rest/v1" + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}

func balance() error {
	r := new(reply)
	if err := call("/balance", r); err != nil {
		return err
	}
	return r.Code // want `write r.Code.Err\(\)`
}

// A function that is handed a reply may look at it.
func look(accepts func(*reply) error, body []byte) error {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return err
	}
	if err := accepts(&r); err == nil {
		return nil
	}
	return r.Code
}

// What is found in an error is a part of one, whatever its type.
type refusing interface{ Refused() codes.ResponseCode }

func inside(err error) error {
	var r refusing
	if errors.As(err, &r) {
		return r.Refused()
	}
	return err
}
