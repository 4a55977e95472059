// Package bodies decodes texts.
package bodies

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

func answered(resp *http.Response) (r reply, err error) {
	err = json.NewDecoder(resp.Body).Decode(&r) // want `&r is filled$`
	return r, err
}

func asked(w http.ResponseWriter, req *http.Request) {
	var r reply
	json.NewDecoder(req.Body).Decode(&r) // want `&r is filled from a request`
	io.WriteString(w, r.MessageID)
}

func kept(name string) (r reply, err error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return r, err
	}
	err = json.Unmarshal(text, &r) // want `&r is filled from what was kept`
	return r, err
}

func buffered(f *os.File) (r reply, err error) {
	var buf bytes.Buffer
	io.Copy(&buf, f)
	err = json.Unmarshal(buf.Bytes(), &r) // want `&r is filled from what was kept`
	return r, err
}

func twice(resp *http.Response) (string, error) {
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	var head struct {
		ResponseCode codes.ResponseCode `json:"responseCode"`
	}
	if err := json.Unmarshal(text, &head); err != nil { // want `&head is filled$`
		return "", err
	}
	if head.ResponseCode != codes.ResponseSuccess {
		return "", errors.New("refused")
	}
	var r reply
	err = json.Unmarshal(text, &r) // want `&r is filled read elsewhere`
	return r.MessageID, err
}

func decode(r io.Reader, out any) error {
	return json.NewDecoder(r).Decode(out) // want `out is filled$`
}

func byOwn(resp *http.Response) (r reply, err error) {
	err = decode(resp.Body, &r) // want `&r is filled$`
	return r, err
}

// Two callers hand over a text.
func parse(text []byte) (r reply, err error) {
	err = json.Unmarshal(text, &r) // want `&r is filled from what was kept`
	return r, err
}

func fromFile(name string) (reply, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return reply{}, err
	}
	return parse(text)
}

func fromResponse(resp *http.Response) (reply, error) {
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return reply{}, err
	}
	return parse(text)
}
