package decoded

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

type receipt struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

type poster struct{ http *http.Client }

// post knows nothing of codes.
func (p *poster) post(ctx context.Context, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	resp, err := p.http.Post("https://api.geniq.io/rest/v1/sms", "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}

// asked makes an error of a code.
func (p *poster) asked(ctx context.Context, in any, out *receipt) error {
	if err := p.post(ctx, in, out); err != nil {
		return err
	}
	return out.ResponseCode.Err()
}

// failing asks what it fills, if that can tell.
func (p *poster) failing(ctx context.Context, in any, out any) error {
	if err := p.post(ctx, in, out); err != nil {
		return err
	}
	if r, ok := out.(interface{ Failure() error }); ok {
		return r.Failure()
	}
	return nil
}

func (r *receipt) Failure() error { return r.ResponseCode.Err() }

type note struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

func send(ctx context.Context, p *poster, text string) error {
	return p.post(ctx, text, &receipt{}) // want `the code of the reply that poster.post fills is never read: nothing looks at receipt.ResponseCode`
}

func sendNew(ctx context.Context, p *poster, text string) error {
	if err := p.failing(ctx, text, new(note)); err != nil { // want `the code of the reply that poster.failing fills is never read: nothing looks at note.ResponseCode`
		return fmt.Errorf("send: %w", err)
	}
	return nil
}

func sendAsked(ctx context.Context, p *poster, text string) error {
	return p.asked(ctx, text, &receipt{})
}

func sendFailing(ctx context.Context, p *poster, text string) error {
	return p.failing(ctx, text, &receipt{})
}

// sendTwice only wants to know whether it is a reply, and decodes it once more.
func sendTwice(p *poster, text io.Reader) (string, error) {
	resp, err := p.http.Post("https://api.geniq.io/rest/v1/sms", "application/json", text)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	if json.Unmarshal(body, &receipt{}) != nil {
		return "", errors.New("no reply")
	}
	var r receipt
	if err := json.Unmarshal(body, &r); err != nil {
		return "", err
	}
	return r.MessageID, r.ResponseCode.Err()
}

// sample is a file.
func sample(file io.Reader) error {
	return json.NewDecoder(file).Decode(&receipt{})
}
