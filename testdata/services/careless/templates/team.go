package templates

import "github.com/errcodelint/errcodelint/codes"

// Team is who has to see to a template.
func (r Result) Team() string {
	if r.ID != "" {
		return ""
	}
	team := ""
	switch int(r.Code) { // want "missedcode: .* 18 template codes"
	case int(codes.TemplateMessageTooLong), int(codes.TemplateTranslatedTextTooLong), int(codes.TemplateFormatPolicyViolated):
		team = "writers"
	case int(codes.TemplateAccessTokenExpiredOrRevoked), int(codes.TemplateAccessTokenExpired), int(codes.TemplatePermissionNotGranted), int(codes.TemplateCapabilityOrPermission):
		team = "systems"
	}
	return team
}
