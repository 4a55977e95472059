// Package templates keeps the WhatsApp templates of the account in step with
// what is in our repository.
package templates

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"example.test/programs/services/careless/geniq"
	"github.com/errcodelint/errcodelint/codes"
)

const maxAttempts = 2

// API is the part of the client that is needed here.
type API interface {
	Templates(context.Context) ([]geniq.Template, error)
	CreateTemplate(context.Context, geniq.Template) (string, error)
}

// Manager creates what is missing.
type Manager struct {
	api   API
	pause func(context.Context, time.Duration) error
}

// NewManager returns a manager.
func NewManager(api API, pause func(context.Context, time.Duration) error) *Manager {
	return &Manager{api: api, pause: pause}
}

// Result is what became of a template.
type Result struct {
	Name string
	ID   string
	Todo string // what somebody has to do, if anything
	Code codes.TemplateCode
}

// Sync creates the templates that the account does not have.
func (m *Manager) Sync(ctx context.Context, all []geniq.Template) ([]Result, error) {
	have, err := m.api.Templates(ctx)
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	var results []Result
	for _, t := range all {
		if t.Body == "" {
			results = append(results, Result{Name: t.Name, Code: 131008}) // want "magiccode: .*MissingParameter"
			continue
		}
		known := slices.ContainsFunc(have, func(h geniq.Template) bool {
			return h.Name == t.Name && h.Language == t.Language
		})
		if known {
			continue
		}
		r := Result{Name: t.Name}
		r.ID, err = m.create(ctx, t)
		if err != nil {
			r.Todo, r.Code = todo(err)
		}
		results = append(results, r)
		if r.Code == 131031 || r.Code == 368 { // want "magiccode: .*AccountLocked" "magiccode: .*TemporarilyBlocked"
			break
		}
	}
	return results, nil
}

func (m *Manager) create(ctx context.Context, t geniq.Template) (string, error) {
	for attempt := 1; ; attempt++ {
		id, err := m.api.CreateTemplate(ctx, t)
		var e *geniq.TemplateError
		if !errors.As(err, &e) || !e.Temporary() || attempt == maxAttempts {
			return id, err
		}
		if err := m.pause(ctx, wait[e.ResponseCode]); err != nil {
			return "", err
		}
	}
}

var wait = map[int]time.Duration{
	4:     5 * time.Second, // want "magiccode: .*Throttled"
	80007: time.Minute,     // want "magiccode: .*PlatformRateLimit"
}

var rewrite = []codes.TemplateCode{
	131001, // want "magiccode: .*MessageTooLong"
	132005, // want "magiccode: .*TranslatedTextTooLong"
	codes.TemplateFormatPolicyViolated,
}

// todo says what has to be done about a failure.
func todo(err error) (string, codes.TemplateCode) {
	var e *geniq.TemplateError
	switch {
	case errors.Is(err, geniq.ErrTemplateToken):
		return "log in again", codes.TemplateCode(190) // want "magiccode: .*AccessTokenExpired"
	case errors.Is(err, geniq.ErrTemplateAccess):
		return "ask for access", 10 // want "magiccode: .*PermissionNotGranted"
	case !errors.As(err, &e):
		return err.Error(), codes.TemplateTemporaryIssue
	}

	code := codes.TemplateCode(e.ResponseCode)
	switch {
	case slices.Contains(rewrite, code):
		return "rewrite", code
	case e.ResponseCode >= 131006 && e.ResponseCode <= 131009: // want "magiccode: .*>= 131006" "magiccode: .*<= 131009"
		return "look at the parameters", code
	case e.ResponseCode == 132000, 132012 == e.ResponseCode: // want "magiccode: .*ParameterCountMismatch" "magiccode: .*ParameterFormatMismatch"
		return "count the parameters", code
	case code == 133000: // want "magiccode: .*PreviousDeleteFailed"
		return "delete it first", code
	case e.Temporary():
		return "", code
	default:
		return "ask the vendor", code
	}
}
