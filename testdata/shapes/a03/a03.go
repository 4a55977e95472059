// Package a03 decodes replies that a gateway in front of the API wraps in a
// header and a body.
package a03

import (
	"encoding/json"
	"fmt"
)

type header struct {
	RC      string `json:"responseCode"`
	Request string `json:"requestId"`
}

type failure struct {
	Header header `json:"header"`
	Text   string `json:"responseMessage"`
}

type sent struct {
	Header header `json:"header"`
	Body   struct {
		Reply struct {
			RC int    `json:"responseCode,string"`
			ID string `json:"messageId"`
		} `json:"reply"`
	} `json:"body"`
}

// Parse returns the id of the message that was sent.
func Parse(data []byte) (string, error) {
	var head struct {
		Header header `json:"header"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return "", err
	}
	if head.Header.RC != "0" { // want "magiccode: .*Success"
		var f failure
		if err := json.Unmarshal(data, &f); err != nil {
			return "", err
		}
		return "", fmt.Errorf("%s: %s", f.Header.RC, f.Text)
	}
	var full sent
	if err := json.Unmarshal(data, &full); err != nil {
		return "", err
	}
	switch full.Body.Reply.RC {
	case 0: // want "magiccode: .*Success"
		return full.Body.Reply.ID, nil
	case 11, 12: // want "magiccode: .*InvalidRecipient" "magiccode: .*InvalidOriginator"
		return "", fmt.Errorf("bad address in %s", full.Header.Request)
	default:
		return "", fmt.Errorf("code %d", full.Body.Reply.RC)
	}
}
