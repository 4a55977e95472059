// Code generated from codes.csv by errcodelint gen. DO NOT EDIT.

package cloud

import "iter"

// WhatsappCode is a code of the domain whatsapp.
//
// The table documents 40 codes, and none of them is a success: Err is never nil. A reply that was
// never filled in holds 0, and so reads as [WhatsappAuthException]. Every other number is an
// undocumented code, of the class [RetryUnknown].
//
// Source: codes.csv, domain whatsapp.
//
//errcodelint:declare whatsapp
type WhatsappCode int

const (
	// WhatsappAuthException is code 0, "The access token could not be authenticated".
	//
	// [RetryAfterFix]: a new token is needed.
	//
	//errcodelint:retry fix
	WhatsappAuthException WhatsappCode = 0

	// WhatsappUnknown is code 1, "Invalid request or a failure on the server's side".
	//
	// [RetryWithBackoff]: Meta says to try again.
	//
	//errcodelint:retry backoff
	WhatsappUnknown WhatsappCode = 1

	// WhatsappServiceDown is code 2, "The service is down or overloaded".
	//
	// [RetryWithBackoff]: it comes back.
	//
	//errcodelint:retry backoff
	WhatsappServiceDown WhatsappCode = 2

	// WhatsappMethodDenied is code 3, "The app lacks the capability for this call".
	//
	// [RetryAfterFix]: somebody has to grant it.
	//
	//errcodelint:retry fix
	WhatsappMethodDenied WhatsappCode = 3

	// WhatsappAppRateLimit is code 4, "The app has made too many calls".
	//
	// [RetryWithBackoff]: a rate limit.
	//
	//errcodelint:retry backoff
	WhatsappAppRateLimit WhatsappCode = 4

	// WhatsappPermissionDenied is code 10, "A permission was not granted or was taken back".
	//
	// [RetryAfterFix]: somebody has to grant it.
	//
	//errcodelint:retry fix
	WhatsappPermissionDenied WhatsappCode = 10

	// WhatsappPhoneNumberDeleted is code 33, "The business phone number has been deleted".
	//
	// [RetryNever]: the request names what is not there.
	//
	//errcodelint:retry never
	WhatsappPhoneNumberDeleted WhatsappCode = 33

	// WhatsappInvalidParameter is code 100, "A parameter is unknown or misspelt".
	//
	// [RetryNever]: the request itself is wrong.
	//
	//errcodelint:retry never
	WhatsappInvalidParameter WhatsappCode = 100

	// WhatsappTokenExpired is code 190, "The access token has expired".
	//
	// [RetryAfterFix]: a new token is needed.
	//
	//errcodelint:retry fix
	WhatsappTokenExpired WhatsappCode = 190

	// WhatsappPolicyBlocked is code 368, "The account is blocked for a policy violation".
	//
	// [RetryAfterFix]: somebody has to appeal.
	//
	//errcodelint:retry fix
	WhatsappPolicyBlocked WhatsappCode = 368

	// WhatsappAccountRateLimit is code 80007, "The WhatsApp Business account has reached its rate
	// limit".
	//
	// [RetryWithBackoff]: a rate limit.
	//
	//errcodelint:retry backoff
	WhatsappAccountRateLimit WhatsappCode = 80007

	// WhatsappThroughputLimit is code 130429, "The phone number's message throughput is reached".
	//
	// [RetryWithBackoff]: a rate limit.
	//
	//errcodelint:retry backoff
	WhatsappThroughputLimit WhatsappCode = 130429

	// WhatsappUserInExperiment is code 130472, "The recipient's number is part of an experiment".
	//
	// [RetryNever]: it is not sent to this number.
	//
	//errcodelint:retry never
	WhatsappUserInExperiment WhatsappCode = 130472

	// WhatsappCountryRestricted is code 130497, "The account may not message users in this country".
	//
	// [RetryNever]: the route does not exist.
	//
	//errcodelint:retry never
	WhatsappCountryRestricted WhatsappCode = 130497

	// WhatsappSomethingWentWrong is code 131000, "The message failed for an unknown reason".
	//
	// [RetryWithBackoff]: Meta says to try again.
	//
	//errcodelint:retry backoff
	WhatsappSomethingWentWrong WhatsappCode = 131000

	// WhatsappAccessDenied is code 131005, "A permission was not granted or was taken back".
	//
	// [RetryAfterFix]: somebody has to grant it.
	//
	//errcodelint:retry fix
	WhatsappAccessDenied WhatsappCode = 131005

	// WhatsappParameterMissing is code 131008, "A required parameter is missing".
	//
	// [RetryNever]: the request itself is wrong.
	//
	//errcodelint:retry never
	WhatsappParameterMissing WhatsappCode = 131008

	// WhatsappParameterInvalid is code 131009, "A parameter has a value that is not valid".
	//
	// [RetryNever]: the request itself is wrong.
	//
	//errcodelint:retry never
	WhatsappParameterInvalid WhatsappCode = 131009

	// WhatsappServiceUnavailable is code 131016, "A service is temporarily unavailable".
	//
	// [RetryWithBackoff]: it comes back.
	//
	//errcodelint:retry backoff
	WhatsappServiceUnavailable WhatsappCode = 131016

	// WhatsappRecipientIsSender is code 131021, "Sender and recipient are one number".
	//
	// [RetryNever]: the request itself is wrong.
	//
	//errcodelint:retry never
	WhatsappRecipientIsSender WhatsappCode = 131021

	// WhatsappUndeliverable is code 131026, "The message cannot be delivered to this recipient".
	//
	// [RetryNever]: not a WhatsApp number or an old app.
	//
	//errcodelint:retry never
	WhatsappUndeliverable WhatsappCode = 131026

	// WhatsappAccountLocked is code 131031, "The account was locked or disabled".
	//
	// [RetryAfterFix]: somebody has to unlock it.
	//
	//errcodelint:retry fix
	WhatsappAccountLocked WhatsappCode = 131031

	// WhatsappPaymentIssue is code 131042, "The account's payment method does not work".
	//
	// [RetryAfterFix]: somebody has to pay.
	//
	//errcodelint:retry fix
	WhatsappPaymentIssue WhatsappCode = 131042

	// WhatsappBadCertificate is code 131045, "The phone number is not registered for sending".
	//
	// [RetryAfterFix]: somebody has to register it.
	//
	//errcodelint:retry fix
	WhatsappBadCertificate WhatsappCode = 131045

	// WhatsappWindowClosed is code 131047, "More than a day has passed since the recipient's last
	// message".
	//
	// [RetryNever]: only a template message may follow.
	//
	//errcodelint:retry never
	WhatsappWindowClosed WhatsappCode = 131047

	// WhatsappSpamRateLimit is code 131048, "Too many of this number's messages were marked as spam".
	//
	// [RetryNever]: more of the same makes it worse.
	//
	//errcodelint:retry never
	WhatsappSpamRateLimit WhatsappCode = 131048

	// WhatsappUnsupportedType is code 131051, "The type of message is not supported".
	//
	// [RetryNever]: the request itself is wrong.
	//
	//errcodelint:retry never
	WhatsappUnsupportedType WhatsappCode = 131051

	// WhatsappMediaDownload is code 131052, "The recipient's media could not be downloaded".
	//
	// [RetryNever]: ask the recipient to send it again.
	//
	//errcodelint:retry never
	WhatsappMediaDownload WhatsappCode = 131052

	// WhatsappMediaUpload is code 131053, "The media could not be uploaded".
	//
	// [RetryNever]: the file is wrong.
	//
	//errcodelint:retry never
	WhatsappMediaUpload WhatsappCode = 131053

	// WhatsappPairRateLimit is code 131056, "Too many messages to the same recipient in a short
	// time".
	//
	// [RetryWithBackoff]: a rate limit.
	//
	//errcodelint:retry backoff
	WhatsappPairRateLimit WhatsappCode = 131056

	// WhatsappMaintenance is code 131057, "The account is in maintenance mode".
	//
	// [RetryWithBackoff]: it comes back.
	//
	//errcodelint:retry backoff
	WhatsappMaintenance WhatsappCode = 131057

	// WhatsappTemplateParamCount is code 132000, "The number of template parameters does not match".
	//
	// [RetryNever]: the request itself is wrong.
	//
	//errcodelint:retry never
	WhatsappTemplateParamCount WhatsappCode = 132000

	// WhatsappTemplateMissing is code 132001, "There is no such template in this language".
	//
	// [RetryNever]: the request itself is wrong.
	//
	//errcodelint:retry never
	WhatsappTemplateMissing WhatsappCode = 132001

	// WhatsappTemplateTooLong is code 132005, "The translated text is too long".
	//
	// [RetryNever]: the template is wrong.
	//
	//errcodelint:retry never
	WhatsappTemplateTooLong WhatsappCode = 132005

	// WhatsappTemplatePolicy is code 132007, "The template's content violates a policy".
	//
	// [RetryNever]: the template is wrong.
	//
	//errcodelint:retry never
	WhatsappTemplatePolicy WhatsappCode = 132007

	// WhatsappTemplateParamFormat is code 132012, "A template parameter has the wrong format".
	//
	// [RetryNever]: the request itself is wrong.
	//
	//errcodelint:retry never
	WhatsappTemplateParamFormat WhatsappCode = 132012

	// WhatsappTemplatePaused is code 132015, "The template is paused for low quality".
	//
	// [RetryAfterFix]: somebody has to edit it.
	//
	//errcodelint:retry fix
	WhatsappTemplatePaused WhatsappCode = 132015

	// WhatsappTemplateDisabled is code 132016, "The template is disabled for good".
	//
	// [RetryNever]: a new template is needed.
	//
	//errcodelint:retry never
	WhatsappTemplateDisabled WhatsappCode = 132016

	// WhatsappNotRegistered is code 133010, "The phone number is not registered".
	//
	// [RetryAfterFix]: somebody has to register it.
	//
	//errcodelint:retry fix
	WhatsappNotRegistered WhatsappCode = 133010

	// WhatsappGenericUserError is code 135000, "The message failed for an unknown fault of the
	// request".
	//
	// [RetryNever]: the request itself is wrong.
	//
	//errcodelint:retry never
	WhatsappGenericUserError WhatsappCode = 135000
)

// ParseWhatsapp reads the decimal text of a WhatsappCode, as a form field or a query
// parameter holds it: "0". An undocumented number is a code too, also a negative one.
// Anything else is a [*ParseError]: "", "00", "+5", "1.5", " 1", a number that 32 bits don't hold.
// The code that goes with an error is the undocumented WhatsappCode(-1), so that it is no success
// even where the error is dropped.
func ParseWhatsapp(text string) (WhatsappCode, error) {
	value, err := whatsappCodeDomain.parse(text)
	return WhatsappCode(value), err
}

// WhatsappCodes yields the documented codes of the domain by ascending number.
func WhatsappCodes() iter.Seq[WhatsappCode] {
	return func(yield func(WhatsappCode) bool) {
		for i := range whatsappCodeDomain.rows {
			if !yield(WhatsappCode(whatsappCodeDomain.rows[i].value)) {
				return
			}
		}
	}
}

// String returns the constant's name without "Whatsapp": "AuthException".
// An undocumented code gives its number: "WhatsappCode(5)".
// Mind that package fmt prefers Error to String.
func (c WhatsappCode) String() string { return whatsappCodeDomain.name(int(c)) }

// Description returns the vendor's words for the code, "" for an undocumented code.
func (c WhatsappCode) Description() string { return whatsappCodeDomain.description(int(c)) }

// Known reports whether the code is documented, that is, whether there is a constant for it.
func (c WhatsappCode) Known() bool { return whatsappCodeDomain.find(int(c)) != nil }

// Retry returns the code's retry class, [RetryUnknown] for an undocumented code.
func (c WhatsappCode) Retry() Retry { return whatsappCodeDomain.retry(int(c)) }

// Retryable reports whether the same request may pass if it is sent again later, unchanged: the
// class [RetryWithBackoff].
func (c WhatsappCode) Retryable() bool { return c.Retry() == RetryWithBackoff }

// Wire returns the code's decimal text, as it travels in forms and query parameters.
func (c WhatsappCode) Wire() string { return whatsappCodeDomain.wire(int(c)) }

// Err returns the code as an error: always the code itself, since the domain has no success code.
// errors.Is finds it in what wraps it, and errors.As takes it back into a WhatsappCode.
func (c WhatsappCode) Err() error {
	if row := whatsappCodeDomain.find(int(c)); row != nil {
		return row.err
	}
	return c
}

// Error says the number and the vendor's words:
//
//	code 0: The access token could not be authenticated
//
// [WhatsappCode.Err] is the error to return, so that all domains are treated alike.
func (c WhatsappCode) Error() string { return whatsappCodeDomain.errorText(int(c)) }

// UnmarshalJSON takes an integer and its text in a JSON string, 5 and "5", and refuses everything
// else as [ParseWhatsapp] does. It refuses null too, since null would leave 0 behind as if 0 had
// been sent. Where null may come, the field has to be a *WhatsappCode. After an error the code
// is what it was before. There is no MarshalJSON: an integer is what encoding/json writes.
func (c *WhatsappCode) UnmarshalJSON(data []byte) error {
	value, err := whatsappCodeDomain.parseJSON(data)
	if err != nil {
		return err
	}
	*c = WhatsappCode(value)
	return nil
}

// UnmarshalText takes what [ParseWhatsapp] takes. It serves form and XML decoders and the keys of
// JSON objects. After an error the code is what it was before. There is no MarshalText: with one,
// encoding/json would write strings; keys and XML come out as integers without it.
func (c *WhatsappCode) UnmarshalText(text []byte) error {
	value, err := whatsappCodeDomain.parseText(text)
	if err != nil {
		return err
	}
	*c = WhatsappCode(value)
	return nil
}

var whatsappCodeDomain = codeTable{
	typ:       "WhatsappCode",
	qualified: "cloud.WhatsappCode",
	label:     "code",
	none:      -1,
	rows: []codeRow{
		{0, "0", "AuthException", "The access token could not be authenticated", RetryAfterFix, WhatsappAuthException},
		{1, "1", "Unknown", "Invalid request or a failure on the server's side", RetryWithBackoff, WhatsappUnknown},
		{2, "2", "ServiceDown", "The service is down or overloaded", RetryWithBackoff, WhatsappServiceDown},
		{3, "3", "MethodDenied", "The app lacks the capability for this call", RetryAfterFix, WhatsappMethodDenied},
		{4, "4", "AppRateLimit", "The app has made too many calls", RetryWithBackoff, WhatsappAppRateLimit},
		{10, "10", "PermissionDenied", "A permission was not granted or was taken back", RetryAfterFix, WhatsappPermissionDenied},
		{33, "33", "PhoneNumberDeleted", "The business phone number has been deleted", RetryNever, WhatsappPhoneNumberDeleted},
		{100, "100", "InvalidParameter", "A parameter is unknown or misspelt", RetryNever, WhatsappInvalidParameter},
		{190, "190", "TokenExpired", "The access token has expired", RetryAfterFix, WhatsappTokenExpired},
		{368, "368", "PolicyBlocked", "The account is blocked for a policy violation", RetryAfterFix, WhatsappPolicyBlocked},
		{80007, "80007", "AccountRateLimit", "The WhatsApp Business account has reached its rate limit", RetryWithBackoff, WhatsappAccountRateLimit},
		{130429, "130429", "ThroughputLimit", "The phone number's message throughput is reached", RetryWithBackoff, WhatsappThroughputLimit},
		{130472, "130472", "UserInExperiment", "The recipient's number is part of an experiment", RetryNever, WhatsappUserInExperiment},
		{130497, "130497", "CountryRestricted", "The account may not message users in this country", RetryNever, WhatsappCountryRestricted},
		{131000, "131000", "SomethingWentWrong", "The message failed for an unknown reason", RetryWithBackoff, WhatsappSomethingWentWrong},
		{131005, "131005", "AccessDenied", "A permission was not granted or was taken back", RetryAfterFix, WhatsappAccessDenied},
		{131008, "131008", "ParameterMissing", "A required parameter is missing", RetryNever, WhatsappParameterMissing},
		{131009, "131009", "ParameterInvalid", "A parameter has a value that is not valid", RetryNever, WhatsappParameterInvalid},
		{131016, "131016", "ServiceUnavailable", "A service is temporarily unavailable", RetryWithBackoff, WhatsappServiceUnavailable},
		{131021, "131021", "RecipientIsSender", "Sender and recipient are one number", RetryNever, WhatsappRecipientIsSender},
		{131026, "131026", "Undeliverable", "The message cannot be delivered to this recipient", RetryNever, WhatsappUndeliverable},
		{131031, "131031", "AccountLocked", "The account was locked or disabled", RetryAfterFix, WhatsappAccountLocked},
		{131042, "131042", "PaymentIssue", "The account's payment method does not work", RetryAfterFix, WhatsappPaymentIssue},
		{131045, "131045", "BadCertificate", "The phone number is not registered for sending", RetryAfterFix, WhatsappBadCertificate},
		{131047, "131047", "WindowClosed", "More than a day has passed since the recipient's last message", RetryNever, WhatsappWindowClosed},
		{131048, "131048", "SpamRateLimit", "Too many of this number's messages were marked as spam", RetryNever, WhatsappSpamRateLimit},
		{131051, "131051", "UnsupportedType", "The type of message is not supported", RetryNever, WhatsappUnsupportedType},
		{131052, "131052", "MediaDownload", "The recipient's media could not be downloaded", RetryNever, WhatsappMediaDownload},
		{131053, "131053", "MediaUpload", "The media could not be uploaded", RetryNever, WhatsappMediaUpload},
		{131056, "131056", "PairRateLimit", "Too many messages to the same recipient in a short time", RetryWithBackoff, WhatsappPairRateLimit},
		{131057, "131057", "Maintenance", "The account is in maintenance mode", RetryWithBackoff, WhatsappMaintenance},
		{132000, "132000", "TemplateParamCount", "The number of template parameters does not match", RetryNever, WhatsappTemplateParamCount},
		{132001, "132001", "TemplateMissing", "There is no such template in this language", RetryNever, WhatsappTemplateMissing},
		{132005, "132005", "TemplateTooLong", "The translated text is too long", RetryNever, WhatsappTemplateTooLong},
		{132007, "132007", "TemplatePolicy", "The template's content violates a policy", RetryNever, WhatsappTemplatePolicy},
		{132012, "132012", "TemplateParamFormat", "A template parameter has the wrong format", RetryNever, WhatsappTemplateParamFormat},
		{132015, "132015", "TemplatePaused", "The template is paused for low quality", RetryAfterFix, WhatsappTemplatePaused},
		{132016, "132016", "TemplateDisabled", "The template is disabled for good", RetryNever, WhatsappTemplateDisabled},
		{133010, "133010", "NotRegistered", "The phone number is not registered", RetryAfterFix, WhatsappNotRegistered},
		{135000, "135000", "GenericUserError", "The message failed for an unknown fault of the request", RetryNever, WhatsappGenericUserError},
	},
}
