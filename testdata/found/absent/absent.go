// Package absent lists and makes message templates. The API sends a code only
// when something has failed, so it is a pointer, or in one.
package absent

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

const base = "https://api.geniq.io/rest/v1/whatsapp/message_templates"

func get(ctx context.Context, hc *http.Client, path string, out any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+path, nil)
	if err != nil {
		return err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}

type page struct {
	ResponseCode *codes.TemplateCode `json:"responseCode,omitempty"`
	Names        []string            `json:"data"`
	Next         string              `json:"next"`
}

func pageAt(ctx context.Context, hc *http.Client, at string) (*page, error) {
	var p page
	if err := get(ctx, hc, "?after="+at, &p); err != nil {
		return nil, err
	}
	if p.ResponseCode != nil {
		return nil, fmt.Errorf("templates: %w", *p.ResponseCode)
	}
	return &p, nil
}

// All lists all templates.
func All(ctx context.Context, hc *http.Client) (names []string, err error) {
	for at := ""; ; {
		p, err := pageAt(ctx, hc, at)
		if err != nil {
			return nil, err
		}
		names = append(names, p.Names...)
		if at = p.Next; at == "" {
			return names, nil
		}
	}
}

func errorOf(code *codes.TemplateCode) error {
	if code == nil {
		return nil
	}
	return fmt.Errorf("templates: %w", *code)
}

type made struct {
	ResponseCode *codes.TemplateCode `json:"responseCode,omitempty"`
	ID           string              `json:"id"`
}

func one(ctx context.Context, hc *http.Client, name string) (*made, error) {
	m := new(made)
	if err := get(ctx, hc, "?name="+name, m); err != nil {
		return nil, err
	}
	return m, errorOf(m.ResponseCode)
}

// ID returns a template's id.
func ID(ctx context.Context, hc *http.Client, name string) (string, error) {
	m, err := one(ctx, hc, name)
	if err != nil {
		return "", err
	}
	return m.ID, nil
}

type failure struct {
	Code codes.TemplateCode `json:"responseCode"`
	Text string             `json:"message"`
}

type status struct {
	Error *failure `json:"error,omitempty"`
	State string   `json:"status"`
}

func (s *status) err() error {
	if s.Error == nil {
		return nil
	}
	return fmt.Errorf("templates: %s: %w", s.Error.Text, s.Error.Code)
}

func statusOf(ctx context.Context, hc *http.Client, id string) (*status, error) {
	var s status
	if err := get(ctx, hc, "/"+id, &s); err != nil {
		return nil, err
	}
	if err := s.err(); err != nil {
		return nil, err
	}
	return &s, nil
}

// Approved says whether a template may be used.
func Approved(ctx context.Context, hc *http.Client, id string) (bool, error) {
	s, err := statusOf(ctx, hc, id)
	if err != nil {
		return false, err
	}
	return s.State == "APPROVED", nil
}

// Touch has the API look at a template.
func Touch(ctx context.Context, hc *http.Client, id string) error {
	_, err := statusOf(ctx, hc, id)
	return err
}

func quality(ctx context.Context, hc *http.Client, id string) (*status, error) {
	var s status
	if err := get(ctx, hc, "/"+id+"/quality", &s); err != nil {
		return nil, err
	}
	if s.Error != nil {
		log.Print("quality: ", s.Error.Text)
	}
	return &s, nil
}

// Quality does not tell a failure from a template without a quality.
func Quality(ctx context.Context, hc *http.Client, id string) (string, error) {
	s, err := quality(ctx, hc, id) // want "uncheckedcode: the code of the reply that absent.quality returns is never read"
	if err != nil {
		return "", err
	}
	return s.State, nil
}
