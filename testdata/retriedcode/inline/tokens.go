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

// An account makes its requests by itself, with the token that it keeps.
type account struct {
	api     *api.Client
	token   string
	logins  int
	refused map[codes.ResponseCode]int
}

func accountOf(c *api.Client) *account {
	return &account{api: c, token: "t-1", refused: make(map[codes.ResponseCode]int)}
}

// login gets another token.
func (a *account) login(ctx context.Context) error {
	var out struct {
		ResponseCode codes.ResponseCode `json:"responseCode"`
		Token        string             `json:"token"`
	}
	if err := a.api.Post(ctx, "/token", nil, &out); err != nil {
		return err
	}
	if err := out.ResponseCode.Err(); err != nil {
		return err
	}
	a.logins++
	a.token = fmt.Sprintf("%s-%d", out.Token, a.logins)
	return nil
}

func (a *account) bearer() string { return "Bearer " + a.token }

// note counts what the API has refused.
func (a *account) note(code codes.ResponseCode) { a.refused[code]++ }

// TokenHeader sends once more with another token.
func TokenHeader(ctx context.Context, c *api.Client, m api.Message) error {
	return accountOf(c).sendHeader(ctx, m, true)
}

func (a *account) sendHeader(ctx context.Context, m api.Message, first bool) error {
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, a.api.URL+"/sms", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+a.token)
	resp, err := a.api.HTTP.Do(req)
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
	if out.ResponseCode == codes.ResponseInvalidCredentials && first {
		if err := a.login(ctx); err != nil {
			return err
		}
		return a.sendHeader(ctx, m, false)
	}
	return out.ResponseCode.Err()
}

// TokenGetter asks for the header's text.
func TokenGetter(ctx context.Context, c *api.Client, m api.Message) error {
	a := accountOf(c)
	for range 2 {
		body, err := json.Marshal(m)
		if err != nil {
			return err
		}
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/sms", bytes.NewReader(body))
		if err != nil {
			return err
		}
		req.Header.Set("Authorization", a.bearer())
		code, err := a.do(req)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidCredentials {
			return code.Err()
		}
		if err := a.login(ctx); err != nil {
			return err
		}
	}
	return codes.ResponseInvalidCredentials
}

func (a *account) do(req *http.Request) (codes.ResponseCode, error) {
	resp, err := a.api.HTTP.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	var out struct {
		ResponseCode codes.ResponseCode `json:"responseCode"`
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out.ResponseCode, err
}

// TokenBody has the token beside the message.
func TokenBody(ctx context.Context, c *api.Client, m api.Message) error {
	a := accountOf(c)
	for range 2 {
		var body bytes.Buffer
		if err := json.NewEncoder(&body).Encode(struct {
			api.Message
			Token string `json:"token"`
		}{m, a.token}); err != nil {
			return err
		}
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/sms", &body)
		if err != nil {
			return err
		}
		code, err := a.do(req)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidCredentials {
			return code.Err()
		}
		if err := a.login(ctx); err != nil {
			return err
		}
	}
	return codes.ResponseInvalidCredentials
}

// TokenQuery has it in the address.
func TokenQuery(ctx context.Context, c *api.Client, m api.Message) error {
	a := accountOf(c)
	for range 2 {
		body, err := json.Marshal(m)
		if err != nil {
			return err
		}
		to := fmt.Sprintf("%s/sms?token=%s", c.URL, a.token)
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, to, bytes.NewReader(body))
		if err != nil {
			return err
		}
		code, err := a.do(req)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidCredentials {
			return code.Err()
		}
		if err := a.login(ctx); err != nil {
			return err
		}
	}
	return codes.ResponseInvalidCredentials
}

// TokenNoted notes only what was refused.
func TokenNoted(ctx context.Context, c *api.Client, m api.Message) error {
	a := accountOf(c)
	var last codes.ResponseCode
	for range 2 { // want `for 1 InvalidCredentials of class never`
		body, err := json.Marshal(m)
		if err != nil {
			return err
		}
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/sms", bytes.NewReader(body))
		if err != nil {
			return err
		}
		req.Header.Set("Authorization", "Bearer "+a.token)
		if last, err = a.do(req); err != nil {
			return err
		}
		if last != codes.ResponseInvalidCredentials {
			return last.Err()
		}
		a.note(last)
	}
	return last.Err()
}
