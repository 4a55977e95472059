package kept

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errStillFailing = errors.New("still failing")

// formOf is a message as a form.
func formOf(m api.Message) url.Values {
	return url.Values{"from": {m.From}, "to": {m.To}, "text": {m.Text}}
}

// postForm sends a form.
func postForm(ctx context.Context, c *api.Client, form url.Values) (codes.ResponseCode, error) {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	fields := make(map[string]string)
	for key := range form {
		fields[key] = form.Get(key)
	}
	err := c.Post(ctx, "/sms", fields, &r)
	return r.Code, err
}

// FormSame sets what the form has already.
func FormSame(ctx context.Context, c *api.Client, m api.Message) error {
	form := formOf(m)
	for range 3 { // want "and 10 more of class never"
		form.Set("from", m.From)
		form.Set("try", fmt.Sprint(time.Now().Unix()))
		code, err := postForm(ctx, c, form)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errStillFailing
}

// FormSigned signs the form in each round.
func FormSigned(ctx context.Context, c *api.Client, m api.Message) error {
	form := formOf(m)
	for range 3 { // want "and 10 more of class never"
		sign(form)
		code, err := postForm(ctx, c, form)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errStillFailing
}

func sign(form url.Values) {
	form.Set("sign", strings.ToUpper(form.Get("to")))
}
