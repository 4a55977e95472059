package others

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errNoToken = errors.New("the login gives no new token")

// formOf is a message as a form.
func formOf(m api.Message) url.Values {
	return url.Values{"from": {m.From}, "to": {m.To}, "text": {m.Text}, "token": {"t-1"}}
}

// postForm sends a form.
func postForm(ctx context.Context, c *api.Client, form url.Values) (codes.ResponseCode, error) {
	var r reply
	fields := make(map[string]string)
	for key := range form {
		fields[key] = form.Get(key)
	}
	err := c.Post(ctx, "/sms", fields, &r)
	return r.Code, err
}

// login returns another token each time.
func login() (string, error) {
	return fmt.Sprintf("t-%d", time.Now().UnixMilli()), nil
}

// ContentToken logs in again, once.
func ContentToken(ctx context.Context, c *api.Client, m api.Message) error {
	form := formOf(m)
	for range 2 {
		code, err := postForm(ctx, c, form)
		switch {
		case err != nil:
			return err
		case code == codes.ResponseInvalidCredentials:
			token, err := login()
			if err != nil {
				return err
			}
			form.Set("token", token)
			continue
		}
		return code.Err()
	}
	return errNoToken
}

// ContentHeader does so with a header.
func ContentHeader(ctx context.Context, c *api.Client, m api.Message) error {
	header := http.Header{"Authorization": {"Bearer t-1"}}
	for range 2 {
		code, err := postWith(ctx, c, header, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidCredentials {
			return code.Err()
		}
		token, err := login()
		if err != nil {
			return err
		}
		header.Set("Authorization", "Bearer "+token)
	}
	return errNoToken
}

func postWith(ctx context.Context, c *api.Client, header http.Header, m api.Message) (codes.ResponseCode, error) {
	body, err := json.Marshal(m)
	if err != nil {
		return 0, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/sms", bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	maps.Copy(req.Header, header)
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	var r reply
	err = json.NewDecoder(resp.Body).Decode(&r)
	return r.Code, err
}

// from puts another sender into a form.
func from(form url.Values, name string) { form.Set("from", name) }

// ContentSender tries the next of the account's senders.
func ContentSender(ctx context.Context, c *api.Client, m api.Message) error {
	form, names := formOf(m), []string{"Shop", "4912345"}
	for {
		code, err := postForm(ctx, c, form)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidOriginator || len(names) == 0 {
			return code.Err()
		}
		from(form, names[0])
		names = names[1:]
	}
}

// ContentKey changes a form that is a map.
func ContentKey(ctx context.Context, c *api.Client, m api.Message) error {
	form := formOf(m)
	for len(form["text"]) > 0 {
		code, err := postForm(ctx, c, form)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidCredentials {
			return code.Err()
		}
		shorten(form)
	}
	return nil
}

func shorten(form map[string][]string) { form["text"] = form["text"][1:] }
