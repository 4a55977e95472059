package wabiz

import (
	"errors"

	"github.com/errcodelint/errcodelint/codes"
)

// Team is who has to see to a failure.
func Team(err error) string {
	switch {
	case err == nil:
		return "nobody"
	case errors.Is(err, codes.TemplateMessageTooLong), errors.Is(err, codes.TemplateTranslatedTextTooLong):
		return "writers"
	case errors.Is(err, codes.TemplateAccessTokenExpired), errors.Is(err, codes.TemplatePermissionNotGranted):
		return "systems"
	default:
		return "support"
	}
}
