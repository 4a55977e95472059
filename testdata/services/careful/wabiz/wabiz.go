// Package wabiz keeps the WhatsApp templates of the account in step with the
// ones in our repository.
package wabiz

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"example.test/programs/services/careful/msgapi"
	"github.com/errcodelint/errcodelint/codes"
)

const maxAttempts = 3

// API is what is needed of the client.
type API interface {
	Templates(context.Context) ([]msgapi.Template, error)
	CreateTemplate(context.Context, msgapi.Template) (string, error)
}

// Step is what somebody has to do next about a template.
type Step string

const (
	Wait      Step = "wait for approval"
	Rewrite   Step = "rewrite it"
	Parameter Step = "look at its parameters"
	Delete    Step = "delete it first"
	LogIn     Step = "log in again"
	Access    Step = "ask for access"
	Later     Step = "try again tomorrow"
	Ask       Step = "ask the vendor"
)

// Result is what became of a template.
type Result struct {
	Name string
	ID   string
	Step Step
}

// Sync creates the templates that the account does not have. It stops where
// the account, not a template, is what is wrong.
func Sync(ctx context.Context, api API, pause func(context.Context, time.Duration) error, want []msgapi.Template) ([]Result, error) {
	have, err := api.Templates(ctx)
	if err != nil {
		return nil, fmt.Errorf("wabiz: %w", err)
	}
	var results []Result
	for _, t := range want {
		known := slices.ContainsFunc(have, func(h msgapi.Template) bool {
			return h.Name == t.Name && h.Language == t.Language
		})
		if known {
			continue
		}
		id, err := create(ctx, api, pause, t)
		if err == nil {
			results = append(results, Result{Name: t.Name, ID: id, Step: Wait})
			continue
		}
		var code codes.TemplateCode
		if !errors.As(err, &code) {
			return results, fmt.Errorf("wabiz: %s: %w", t.Name, err)
		}
		step := stepOf(code)
		results = append(results, Result{Name: t.Name, Step: step})
		if step == LogIn || step == Access {
			return results, fmt.Errorf("wabiz: %w", err)
		}
	}
	return results, nil
}

// create hands in a template, again if that may help.
func create(ctx context.Context, api API, pause func(context.Context, time.Duration) error, t msgapi.Template) (string, error) {
	for attempt := 1; ; attempt++ {
		id, err := api.CreateTemplate(ctx, t)
		if err == nil {
			return id, nil
		}
		var code codes.TemplateCode
		if !errors.As(err, &code) || !code.Retryable() || attempt == maxAttempts {
			return "", err
		}
		d := time.Duration(attempt) * time.Second
		if code == codes.TemplatePlatformRateLimit {
			d = time.Minute
		}
		if err := pause(ctx, d); err != nil {
			return "", err
		}
	}
}

func stepOf(code codes.TemplateCode) Step {
	if code.Retryable() {
		return Later
	}
	switch code {
	case codes.TemplateAccessTokenExpiredOrRevoked, codes.TemplateAccessTokenExpired:
		return LogIn
	case codes.TemplateCapabilityOrPermission, codes.TemplatePermissionNotGranted:
		return Access
	case codes.TemplateMessageTooLong, codes.TemplateTranslatedTextTooLong,
		codes.TemplateFormatPolicyViolated, codes.TemplateDuplicatePost:
		return Rewrite
	case codes.TemplateInvalidParameter, codes.TemplateMissingParameter, codes.TemplateInvalidParameterValue,
		codes.TemplateParameterCountMismatch, codes.TemplateParameterFormatMismatch:
		return Parameter
	case codes.TemplatePreviousDeleteFailed:
		return Delete
	default:
		return Ask
	}
}
