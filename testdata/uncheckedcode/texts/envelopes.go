package texts

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

// An envelope is around whatever the API answers.
type envelope struct {
	ResponseCode string `json:"responseCode"`
	Text         string `json:"responseText"`
	Data         any    `json:"data"`
}

func open(path string) (*envelope, error) {
	resp, err := http.Get(base + path)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	e := &envelope{}
	if err := json.Unmarshal(text, e); err != nil {
		return nil, err
	}
	return e, nil
}

// unpack fills out with what is in the envelope, if all went well.
func unpack(path string, out any) error {
	e, err := open(path)
	if err != nil {
		return err
	}
	if e.ResponseCode != "0" {
		return errors.New(e.Text)
	}
	text, err := json.Marshal(e.Data)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, out)
}

func unpackLooked() (string, error) {
	var r reply
	if err := unpack("/sms", &r); err != nil {
		return "", err
	}
	return r.ID, nil
}

// unpackAny fills out whatever the envelope says.
func unpackAny(path string, out any) error {
	e, err := open(path) // want `is never read`
	if err != nil {
		return err
	}
	text, err := json.Marshal(e.Data)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, out)
}

func unpackForgotten() (string, error) {
	var r reply
	if err := unpackAny("/sms", &r); err != nil { // want `is never read`
		return "", err
	}
	return r.ID, nil
}
