package inline

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A portal's requests renew its tokens, which they do by requests.
type portal struct {
	api     *api.Client
	captcha string
	token   string
	seen    int
}

// signIn needs a captcha's token first.
func (p *portal) signIn(ctx context.Context) error {
	if p.captcha == "" {
		if err := p.captchaForLogin(ctx); err != nil {
			return err
		}
	}
	p.seen++
	p.token = fmt.Sprintf("t-%d", p.seen)
	return nil
}

func (p *portal) captchaForLogin(ctx context.Context) error   { return p.renewCaptcha(ctx, "login") }
func (p *portal) captchaForRequest(ctx context.Context) error { return p.renewCaptcha(ctx, "sms") }

func (p *portal) renewCaptcha(ctx context.Context, action string) error {
	if p.seen > 0 && action == "login" {
		if err := p.request(ctx, "/captcha", action); err != nil {
			return err
		}
	}
	p.seen++
	p.setCaptcha(fmt.Sprintf("%s-%d", action, p.seen))
	return nil
}

func (p *portal) setCaptcha(captcha string) { p.captcha = captcha }

// CircleToken signs in, or renews the captcha, where the API asks for it, once each.
func CircleToken(ctx context.Context, c *api.Client, m api.Message) error {
	p := &portal{api: c}
	if err := p.signIn(ctx); err != nil {
		return err
	}
	return p.request(ctx, "/sms", m)
}

func (p *portal) request(ctx context.Context, path string, in any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.api.URL+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("X-Captcha", p.captcha)
	req.Header.Set("Authorization", "Bearer "+p.token)
	resp, err := p.api.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var out struct {
		ResponseCode codes.ResponseCode `json:"responseCode"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return err
	}
	if p.seen > 4 {
		return out.ResponseCode.Err()
	}
	switch out.ResponseCode {
	case codes.ResponseInvalidCredentials:
		if err := p.signIn(ctx); err != nil {
			return err
		}
		return p.request(ctx, path, in)
	case codes.ResponseInvalidCode:
		if err := p.captchaForRequest(ctx); err != nil {
			return err
		}
		return p.request(ctx, path, in)
	}
	return out.ResponseCode.Err()
}
