// Package selffilled has replies that decode themselves, by what a generator has written.
package selffilled

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"

	"example.test/programs/uncheckedcode/selffilled/easyjson"
)

const base = "https://api.geniq.io/rest/v1"

// Reply is what the API answers.
type Reply struct {
	ResponseCode int    `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

type Client struct{ http *http.Client }

func (c *Client) post(path string, body []byte) (*http.Response, error) {
	return c.http.Post(base+path, "application/json", bytes.NewReader(body))
}

// text returns what was answered.
func (c *Client) text(path string, body []byte) ([]byte, error) {
	resp, err := c.post(path, body)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func (c *Client) send(body []byte) (string, error) {
	resp, err := c.post("/sms", body)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var r Reply
	if err := easyjson.UnmarshalFromReader(resp.Body, &r); err != nil {
		return "", err
	}
	if r.ResponseCode != 0 {
		return "", fmt.Errorf("refused: %d", r.ResponseCode)
	}
	return r.MessageID, nil
}

func (c *Client) verify(body []byte) (string, error) {
	resp, err := c.post("/verify", body)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var r Reply
	if err := easyjson.UnmarshalFromReader(resp.Body, &r); err != nil { // want `nothing looks at r.ResponseCode`
		return "", err
	}
	return r.MessageID, nil
}

func (c *Client) isVerified(body []byte) bool {
	text, err := c.text("/verify", body)
	if err != nil {
		return false
	}
	var r Reply
	easyjson.Unmarshal(text, &r) // want `the error of easyjson.Unmarshal is dropped`
	return r.ResponseCode == 0
}

// batch calls the generated method itself.
func (c *Client) batch(body []byte) (string, error) {
	text, err := c.text("/batch_sms", body)
	if err != nil {
		return "", err
	}
	r := &Reply{}
	if err := r.UnmarshalJSON(text); err != nil { // want `nothing looks at r.ResponseCode`
		return "", err
	}
	return r.MessageID, nil
}

func (c *Client) checkedBatch(body []byte) (string, error) {
	text, err := c.text("/batch_sms", body)
	if err != nil {
		return "", err
	}
	r := &Reply{}
	if err := r.UnmarshalJSON(text); err != nil {
		return "", err
	}
	if r.ResponseCode != 0 {
		return "", fmt.Errorf("refused: %d", r.ResponseCode)
	}
	return r.MessageID, nil
}

// call decodes into what decodes itself.
func (c *Client) call(path string, body []byte, out json.Unmarshaler) error {
	text, err := c.text(path, body)
	if err != nil {
		return err
	}
	return out.UnmarshalJSON(text)
}

func (c *Client) balance() (string, error) {
	var r Reply
	if err := c.call("/balance", nil, &r); err != nil { // want `the code of the reply that Client.call fills is never read`
		return "", err
	}
	return r.MessageID, nil
}

func (c *Client) checkedBalance() (string, error) {
	var r Reply
	if err := c.call("/balance", nil, &r); err != nil {
		return "", err
	}
	if r.ResponseCode != 0 {
		return "", fmt.Errorf("refused: %d", r.ResponseCode)
	}
	return r.MessageID, nil
}

// Checked tests its code when it is filled.
type Checked struct {
	ResponseCode int    `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

func (c *Checked) UnmarshalJSON(data []byte) error {
	type plain Checked
	if err := json.Unmarshal(data, (*plain)(c)); err != nil {
		return err
	}
	if c.ResponseCode != 0 {
		return fmt.Errorf("refused: %d", c.ResponseCode)
	}
	return nil
}

func (c *Client) sendChecked(body []byte) (string, error) {
	text, err := c.text("/sms", body)
	if err != nil {
		return "", err
	}
	var r Checked
	if err := r.UnmarshalJSON(text); err != nil {
		return "", err
	}
	return r.MessageID, nil
}
