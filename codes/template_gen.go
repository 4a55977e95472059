// Code generated from catalog.tsv by errcodelint gen. DO NOT EDIT.

package codes

import "iter"

// TemplateCode is the responseCode of a reply of whatsapp/message_templates. It has the key of a
// ResponseCode, and some of its numbers, but none of its meanings.
//
// The table documents 25 codes, and none of them is a success: Err is never nil. A reply that was
// never filled in holds 0, and so reads as [TemplateAccessTokenExpiredOrRevoked]. Every other
// number is an undocumented code, of the class [RetryUnknown].
//
// Source: catalog.tsv, domain template.
type TemplateCode int

const (
	// TemplateAccessTokenExpiredOrRevoked is template responseCode 0, "Access token expired/revoked".
	//
	// [RetryAfterFix]: passes only with a new token; NOT success.
	TemplateAccessTokenExpiredOrRevoked TemplateCode = 0

	// TemplateTemporaryIssue is template responseCode 1, "Failed due to a temporary issue".
	//
	// [RetryWithBackoff]: temporary in the vendor's own words.
	TemplateTemporaryIssue TemplateCode = 1

	// TemplateDowntime is template responseCode 2, "Temporary issue due to downtime".
	//
	// [RetryWithBackoff]: temporary in the vendor's own words.
	TemplateDowntime TemplateCode = 2

	// TemplateCapabilityOrPermission is template responseCode 3, "Capability or permissions issue".
	//
	// [RetryNever]: the application lacks the capability.
	TemplateCapabilityOrPermission TemplateCode = 3

	// TemplateThrottled is template responseCode 4, "Temporary issue due to throttling".
	//
	// [RetryWithBackoff]: a rate limit.
	TemplateThrottled TemplateCode = 4

	// TemplatePermissionNotGranted is template responseCode 10, "Permission is either not granted or
	// has been removed".
	//
	// [RetryNever]: the application lacks the permission.
	TemplatePermissionNotGranted TemplateCode = 10

	// TemplateInvalidParameter is template responseCode 100, "The parameter may not be available or
	// may be spelled incorrectly".
	//
	// [RetryNever]: the request itself is wrong.
	TemplateInvalidParameter TemplateCode = 100

	// TemplateAccessTokenExpired is template responseCode 190, "Access token is expired".
	//
	// [RetryAfterFix]: passes only with a new token.
	TemplateAccessTokenExpired TemplateCode = 190

	// TemplateTemporarilyBlocked is template responseCode 368, "Temporary blocked due to policy
	// violations".
	//
	// [RetryAfterFix]: passes only once the violation is resolved and the block lifted.
	TemplateTemporarilyBlocked TemplateCode = 368

	// TemplateDuplicatePost is template responseCode 506, "Duplicate posts cannot be published
	// consecutively".
	//
	// [RetryNever]: resending the same post is what trips it.
	TemplateDuplicatePost TemplateCode = 506

	// TemplatePlatformRateLimit is template responseCode 80007, "Platform rate limit reached".
	//
	// [RetryWithBackoff]: a rate limit.
	TemplatePlatformRateLimit TemplateCode = 80007

	// TemplateMessageTooLong is template responseCode 131001, "Message length exceeds 4096
	// characters".
	//
	// [RetryNever]: the request itself is wrong.
	TemplateMessageTooLong TemplateCode = 131001

	// TemplateResourceNotFound is template responseCode 131006, "File or resource not found".
	//
	// [RetryNever]: the request itself is wrong.
	TemplateResourceNotFound TemplateCode = 131006

	// TemplateMissingParameter is template responseCode 131008, "Missing a required parameter".
	//
	// [RetryNever]: the request itself is wrong.
	TemplateMissingParameter TemplateCode = 131008

	// TemplateInvalidParameterValue is template responseCode 131009, "Invalid parameter value".
	//
	// [RetryNever]: the request itself is wrong.
	TemplateInvalidParameterValue TemplateCode = 131009

	// TemplateUnableToSendToNumber is template responseCode 131021, "Unable to send message to this
	// phone number".
	//
	// [RetryNever]: the recipient cannot be reached this way.
	TemplateUnableToSendToNumber TemplateCode = 131021

	// TemplateAccountLocked is template responseCode 131031, "Account has been locked from sending
	// any messages due to an integrity policy violation".
	//
	// [RetryNever]: account state; no resend changes it.
	TemplateAccountLocked TemplateCode = 131031

	// TemplateUnsupportedMessageType is template responseCode 131051, "Unsupported message type".
	//
	// [RetryNever]: the request itself is wrong.
	TemplateUnsupportedMessageType TemplateCode = 131051

	// TemplateInvalidHTTPMethod is template responseCode 131055, "Invalid HTTP method".
	//
	// [RetryNever]: the request itself is wrong.
	TemplateInvalidHTTPMethod TemplateCode = 131055

	// TemplateParameterCountMismatch is template responseCode 132000, "Number of parameters provided
	// does not match the expected number of parameters".
	//
	// [RetryNever]: the request itself is wrong.
	TemplateParameterCountMismatch TemplateCode = 132000

	// TemplateNonexistentOrUnapproved is template responseCode 132001, "Template does not exist in
	// the specified language or the template has not been approved".
	//
	// [RetryNever]: the request itself is wrong.
	TemplateNonexistentOrUnapproved TemplateCode = 132001

	// TemplateTranslatedTextTooLong is template responseCode 132005, "Translated text is too long".
	//
	// [RetryNever]: the request itself is wrong.
	TemplateTranslatedTextTooLong TemplateCode = 132005

	// TemplateFormatPolicyViolated is template responseCode 132007, "Format character policy
	// violated".
	//
	// [RetryNever]: the request itself is wrong.
	TemplateFormatPolicyViolated TemplateCode = 132007

	// TemplateParameterFormatMismatch is template responseCode 132012, "Parameter format does not
	// match format in the created template".
	//
	// [RetryNever]: the request itself is wrong.
	TemplateParameterFormatMismatch TemplateCode = 132012

	// TemplatePreviousDeleteFailed is template responseCode 133000, "A previous delete operation
	// failed. A delete retry is needed before registering again".
	//
	// [RetryAfterFix]: passes only after the delete has been retried.
	TemplatePreviousDeleteFailed TemplateCode = 133000
)

// ParseTemplate reads the decimal text of a TemplateCode, as a form field or a query
// parameter holds it: "0". An undocumented number is a code too, also a negative one.
// Anything else is a [*ParseError]: "", "00", "+5", "1.5", " 1", a number that 32 bits don't hold.
// The code that goes with an error is the undocumented TemplateCode(-1), so that it is no success
// even where the error is dropped.
func ParseTemplate(text string) (TemplateCode, error) {
	value, err := templateCodeDomain.parse(text)
	return TemplateCode(value), err
}

// TemplateCodes yields the documented codes of the domain by ascending number.
func TemplateCodes() iter.Seq[TemplateCode] {
	return func(yield func(TemplateCode) bool) {
		for i := range templateCodeDomain.rows {
			if !yield(TemplateCode(templateCodeDomain.rows[i].value)) {
				return
			}
		}
	}
}

// String returns the constant's name without "Template": "AccessTokenExpiredOrRevoked".
// An undocumented code gives its number: "TemplateCode(5)".
// Mind that package fmt prefers Error to String.
func (c TemplateCode) String() string { return templateCodeDomain.name(int(c)) }

// Description returns the vendor's words for the code, "" for an undocumented code.
func (c TemplateCode) Description() string { return templateCodeDomain.description(int(c)) }

// Known reports whether the code is documented, that is, whether there is a constant for it.
func (c TemplateCode) Known() bool { return templateCodeDomain.find(int(c)) != nil }

// Retry returns the code's retry class, [RetryUnknown] for an undocumented code.
func (c TemplateCode) Retry() Retry { return templateCodeDomain.retry(int(c)) }

// Retryable reports whether the same request may pass if it is sent again later, unchanged: the
// class [RetryWithBackoff].
func (c TemplateCode) Retryable() bool { return c.Retry() == RetryWithBackoff }

// Wire returns the code's decimal text, as it travels in forms and query parameters.
func (c TemplateCode) Wire() string { return templateCodeDomain.wire(int(c)) }

// Err returns the code as an error: always the code itself, since the domain has no success code.
// errors.Is finds it in what wraps it, and errors.As takes it back into a TemplateCode.
func (c TemplateCode) Err() error {
	if row := templateCodeDomain.find(int(c)); row != nil {
		return row.err
	}
	return c
}

// Error says the number and the vendor's words:
//
//	template responseCode 0: Access token expired/revoked
//
// [TemplateCode.Err] is the error to return, so that all domains are treated alike.
func (c TemplateCode) Error() string { return templateCodeDomain.errorText(int(c)) }

// UnmarshalJSON takes an integer and its text in a JSON string, 5 and "5", and refuses everything
// else as [ParseTemplate] does. It refuses null too, since null would leave 0 behind as if 0 had
// been sent. Where null may come, the field has to be a *TemplateCode. After an error the code
// is what it was before. There is no MarshalJSON: an integer is what encoding/json writes.
func (c *TemplateCode) UnmarshalJSON(data []byte) error {
	value, err := templateCodeDomain.parseJSON(data)
	if err != nil {
		return err
	}
	*c = TemplateCode(value)
	return nil
}

// UnmarshalText takes what [ParseTemplate] takes. It serves form and XML decoders and the keys of
// JSON objects. After an error the code is what it was before. There is no MarshalText: with one,
// encoding/json would write strings; keys and XML come out as integers without it.
func (c *TemplateCode) UnmarshalText(text []byte) error {
	value, err := templateCodeDomain.parseText(text)
	if err != nil {
		return err
	}
	*c = TemplateCode(value)
	return nil
}

var templateCodeDomain = codeTable{
	typ:       "TemplateCode",
	qualified: "codes.TemplateCode",
	label:     "template responseCode",
	none:      -1,
	rows: []codeRow{
		{0, "0", "AccessTokenExpiredOrRevoked", "Access token expired/revoked", RetryAfterFix, TemplateAccessTokenExpiredOrRevoked},
		{1, "1", "TemporaryIssue", "Failed due to a temporary issue", RetryWithBackoff, TemplateTemporaryIssue},
		{2, "2", "Downtime", "Temporary issue due to downtime", RetryWithBackoff, TemplateDowntime},
		{3, "3", "CapabilityOrPermission", "Capability or permissions issue", RetryNever, TemplateCapabilityOrPermission},
		{4, "4", "Throttled", "Temporary issue due to throttling", RetryWithBackoff, TemplateThrottled},
		{10, "10", "PermissionNotGranted", "Permission is either not granted or has been removed", RetryNever, TemplatePermissionNotGranted},
		{100, "100", "InvalidParameter", "The parameter may not be available or may be spelled incorrectly", RetryNever, TemplateInvalidParameter},
		{190, "190", "AccessTokenExpired", "Access token is expired", RetryAfterFix, TemplateAccessTokenExpired},
		{368, "368", "TemporarilyBlocked", "Temporary blocked due to policy violations", RetryAfterFix, TemplateTemporarilyBlocked},
		{506, "506", "DuplicatePost", "Duplicate posts cannot be published consecutively", RetryNever, TemplateDuplicatePost},
		{80007, "80007", "PlatformRateLimit", "Platform rate limit reached", RetryWithBackoff, TemplatePlatformRateLimit},
		{131001, "131001", "MessageTooLong", "Message length exceeds 4096 characters", RetryNever, TemplateMessageTooLong},
		{131006, "131006", "ResourceNotFound", "File or resource not found", RetryNever, TemplateResourceNotFound},
		{131008, "131008", "MissingParameter", "Missing a required parameter", RetryNever, TemplateMissingParameter},
		{131009, "131009", "InvalidParameterValue", "Invalid parameter value", RetryNever, TemplateInvalidParameterValue},
		{131021, "131021", "UnableToSendToNumber", "Unable to send message to this phone number", RetryNever, TemplateUnableToSendToNumber},
		{131031, "131031", "AccountLocked", "Account has been locked from sending any messages due to an integrity policy violation", RetryNever, TemplateAccountLocked},
		{131051, "131051", "UnsupportedMessageType", "Unsupported message type", RetryNever, TemplateUnsupportedMessageType},
		{131055, "131055", "InvalidHTTPMethod", "Invalid HTTP method", RetryNever, TemplateInvalidHTTPMethod},
		{132000, "132000", "ParameterCountMismatch", "Number of parameters provided does not match the expected number of parameters", RetryNever, TemplateParameterCountMismatch},
		{132001, "132001", "NonexistentOrUnapproved", "Template does not exist in the specified language or the template has not been approved", RetryNever, TemplateNonexistentOrUnapproved},
		{132005, "132005", "TranslatedTextTooLong", "Translated text is too long", RetryNever, TemplateTranslatedTextTooLong},
		{132007, "132007", "FormatPolicyViolated", "Format character policy violated", RetryNever, TemplateFormatPolicyViolated},
		{132012, "132012", "ParameterFormatMismatch", "Parameter format does not match format in the created template", RetryNever, TemplateParameterFormatMismatch},
		{133000, "133000", "PreviousDeleteFailed", "A previous delete operation failed. A delete retry is needed before registering again", RetryAfterFix, TemplatePreviousDeleteFailed},
	},
}
