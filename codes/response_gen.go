// Code generated from catalog.tsv by errcodelint gen. DO NOT EDIT.

package codes

import "iter"

// ResponseCode is the responseCode of a reply of the REST API: token, sms, batch_sms, verify and
// balance.
//
// The table documents 23 codes, of which one is success: [ResponseSuccess]. A reply that was
// never filled in holds 0, and so reads as [ResponseSuccess]. Every other number is an
// undocumented code, of the class [RetryUnknown].
//
// Source: catalog.tsv, domain response.
type ResponseCode int

const (
	// ResponseSuccess is responseCode 0, "Success".
	//
	// [RetryNotNeeded]: the only success code of this domain.
	ResponseSuccess ResponseCode = 0

	// ResponseInvalidCredentials is responseCode 1, "Invalid Username or Password".
	//
	// [RetryNever]: the same request fails the same way.
	ResponseInvalidCredentials ResponseCode = 1

	// ResponseInvalidIP is responseCode 2, "Invalid IP request".
	//
	// [RetryNever]: the caller's address is not on the account's allow list.
	ResponseInvalidIP ResponseCode = 2

	// ResponseAccountExpired is responseCode 3, "Account has expired".
	//
	// [RetryNever]: account state; no resend changes it.
	ResponseAccountExpired ResponseCode = 3

	// ResponseAccountDisabled is responseCode 4, "Account is disabled".
	//
	// [RetryNever]: account state; no resend changes it.
	ResponseAccountDisabled ResponseCode = 4

	// ResponseThrottlingRateExceeded is responseCode 5, "Account maximum throttling rate is
	// exceeded".
	//
	// [RetryWithBackoff]: a rate limit: the same request passes once the rate falls.
	ResponseThrottlingRateExceeded ResponseCode = 5

	// ResponseInsufficientCredit is responseCode 6, "Account does not have sufficient credit
	// balance".
	//
	// [RetryAfterFix]: passes only after a top-up.
	ResponseInsufficientCredit ResponseCode = 6

	// ResponsePrepaidAccountExpired is responseCode 7, "Prepaid Account has expired".
	//
	// [RetryAfterFix]: passes only after a top-up or renewal.
	ResponsePrepaidAccountExpired ResponseCode = 7

	// ResponseCouldNotRoute is responseCode 10, "Could not route message".
	//
	// [RetryNever]: no route for this destination on the account.
	ResponseCouldNotRoute ResponseCode = 10

	// ResponseInvalidRecipient is responseCode 11, "Invalid recipient address".
	//
	// [RetryNever]: the request itself is wrong.
	ResponseInvalidRecipient ResponseCode = 11

	// ResponseInvalidOriginator is responseCode 12, "Invalid originating address".
	//
	// [RetryNever]: the request itself is wrong.
	ResponseInvalidOriginator ResponseCode = 12

	// ResponseInvalidAlphanumericOriginator is responseCode 13, "Invalid alphanumeric originating
	// address".
	//
	// [RetryNever]: the request itself is wrong.
	ResponseInvalidAlphanumericOriginator ResponseCode = 13

	// ResponseRouteLimitedByAccount is responseCode 14, "Could not route message due to account
	// limitations".
	//
	// [RetryNever]: account state; no resend changes it.
	ResponseRouteLimitedByAccount ResponseCode = 14

	// ResponseSubscriberBlockedService is responseCode 15, "Subscriber has blocked this service".
	//
	// [RetryNever]: the recipient opted out; resending is abuse.
	ResponseSubscriberBlockedService ResponseCode = 15

	// ResponseDuplicateDestination is responseCode 16, "Destination Address Duplicated".
	//
	// [RetryNever]: the request itself is wrong.
	ResponseDuplicateDestination ResponseCode = 16

	// ResponseDestinationListTooLong is responseCode 17, "Destination Address list exceeded maximum".
	//
	// [RetryNever]: the request itself is wrong.
	ResponseDestinationListTooLong ResponseCode = 17

	// ResponseTokenGenerationFailed is responseCode 18, "API token generation failed".
	//
	// [RetryWithBackoff]: a failure on the server's side; bounded retry.
	ResponseTokenGenerationFailed ResponseCode = 18

	// ResponseSpamThresholdExceeded is responseCode 19, "Spam Control threshold exceeded".
	//
	// [RetryNever]: resending the same message is what trips it.
	ResponseSpamThresholdExceeded ResponseCode = 19

	// ResponseInvalidMessageID is responseCode 21, "Invalid messageId".
	//
	// [RetryNever]: the request itself is wrong.
	ResponseInvalidMessageID ResponseCode = 21

	// ResponseInvalidCode is responseCode 22, "Invalid code".
	//
	// [RetryNever]: the one-time code is wrong; resending it stays wrong.
	ResponseInvalidCode ResponseCode = 22

	// ResponseGeneralFailure is responseCode 88, "General Failure".
	//
	// [RetryWithBackoff]: unspecified; bounded retry.
	ResponseGeneralFailure ResponseCode = 88

	// ResponseSystemError is responseCode 99, "System error. Please contact us if problem persist".
	//
	// [RetryWithBackoff]: a failure on the server's side; bounded retry, then contact.
	ResponseSystemError ResponseCode = 99

	// ResponseNoWhatsAppSession is responseCode 301, "No valid WhatsApp session found".
	//
	// [RetryAfterFix]: passes only once the customer opens a session, or as a template message.
	ResponseNoWhatsAppSession ResponseCode = 301
)

// ParseResponse reads the decimal text of a ResponseCode, as a form field or a query
// parameter holds it: "1". An undocumented number is a code too, also a negative one.
// Anything else is a [*ParseError]: "", "00", "+5", "1.5", " 1", a number that 32 bits don't hold.
// The code that goes with an error is the undocumented ResponseCode(-1), so that it is no success
// even where the error is dropped.
func ParseResponse(text string) (ResponseCode, error) {
	value, err := responseCodeDomain.parse(text)
	return ResponseCode(value), err
}

// ResponseCodes yields the documented codes of the domain by ascending number.
func ResponseCodes() iter.Seq[ResponseCode] {
	return func(yield func(ResponseCode) bool) {
		for i := range responseCodeDomain.rows {
			if !yield(ResponseCode(responseCodeDomain.rows[i].value)) {
				return
			}
		}
	}
}

// String returns the constant's name without "Response": "InvalidCredentials".
// An undocumented code gives its number: "ResponseCode(8)".
// Mind that package fmt prefers Error to String.
func (c ResponseCode) String() string { return responseCodeDomain.name(int(c)) }

// Description returns the vendor's words for the code, "" for an undocumented code.
func (c ResponseCode) Description() string { return responseCodeDomain.description(int(c)) }

// Known reports whether the code is documented, that is, whether there is a constant for it.
func (c ResponseCode) Known() bool { return responseCodeDomain.find(int(c)) != nil }

// Retry returns the code's retry class, [RetryUnknown] for an undocumented code.
func (c ResponseCode) Retry() Retry { return responseCodeDomain.retry(int(c)) }

// Retryable reports whether the same request may pass if it is sent again later, unchanged: the
// class [RetryWithBackoff].
func (c ResponseCode) Retryable() bool { return c.Retry() == RetryWithBackoff }

// Wire returns the code's decimal text, as it travels in forms and query parameters.
func (c ResponseCode) Wire() string { return responseCodeDomain.wire(int(c)) }

// Err returns the code as an error: nil for ResponseSuccess, and the code itself for every other,
// documented or not. errors.Is finds it in what wraps it, and errors.As takes it back into a
// ResponseCode.
func (c ResponseCode) Err() error {
	if row := responseCodeDomain.find(int(c)); row != nil {
		return row.err
	}
	return c
}

// Error says the number and the vendor's words:
//
//	responseCode 1: Invalid Username or Password
//
// A success code has a text too: it is [ResponseCode.Err] that says whether a code is an error.
func (c ResponseCode) Error() string { return responseCodeDomain.errorText(int(c)) }

// UnmarshalJSON takes an integer and its text in a JSON string, 5 and "5", and refuses everything
// else as [ParseResponse] does. It refuses null too, since null would leave 0 behind as if 0 had
// been sent. Where null may come, the field has to be a *ResponseCode. After an error the code
// is what it was before. There is no MarshalJSON: an integer is what encoding/json writes.
func (c *ResponseCode) UnmarshalJSON(data []byte) error {
	value, err := responseCodeDomain.parseJSON(data)
	if err != nil {
		return err
	}
	*c = ResponseCode(value)
	return nil
}

// UnmarshalText takes what [ParseResponse] takes. It serves form and XML decoders and the keys of
// JSON objects. After an error the code is what it was before. There is no MarshalText: with one,
// encoding/json would write strings; keys and XML come out as integers without it.
func (c *ResponseCode) UnmarshalText(text []byte) error {
	value, err := responseCodeDomain.parseText(text)
	if err != nil {
		return err
	}
	*c = ResponseCode(value)
	return nil
}

var responseCodeDomain = codeTable{
	typ:       "ResponseCode",
	qualified: "codes.ResponseCode",
	label:     "responseCode",
	none:      -1,
	rows: []codeRow{
		{0, "0", "Success", "Success", RetryNotNeeded, nil},
		{1, "1", "InvalidCredentials", "Invalid Username or Password", RetryNever, ResponseInvalidCredentials},
		{2, "2", "InvalidIP", "Invalid IP request", RetryNever, ResponseInvalidIP},
		{3, "3", "AccountExpired", "Account has expired", RetryNever, ResponseAccountExpired},
		{4, "4", "AccountDisabled", "Account is disabled", RetryNever, ResponseAccountDisabled},
		{5, "5", "ThrottlingRateExceeded", "Account maximum throttling rate is exceeded", RetryWithBackoff, ResponseThrottlingRateExceeded},
		{6, "6", "InsufficientCredit", "Account does not have sufficient credit balance", RetryAfterFix, ResponseInsufficientCredit},
		{7, "7", "PrepaidAccountExpired", "Prepaid Account has expired", RetryAfterFix, ResponsePrepaidAccountExpired},
		{10, "10", "CouldNotRoute", "Could not route message", RetryNever, ResponseCouldNotRoute},
		{11, "11", "InvalidRecipient", "Invalid recipient address", RetryNever, ResponseInvalidRecipient},
		{12, "12", "InvalidOriginator", "Invalid originating address", RetryNever, ResponseInvalidOriginator},
		{13, "13", "InvalidAlphanumericOriginator", "Invalid alphanumeric originating address", RetryNever, ResponseInvalidAlphanumericOriginator},
		{14, "14", "RouteLimitedByAccount", "Could not route message due to account limitations", RetryNever, ResponseRouteLimitedByAccount},
		{15, "15", "SubscriberBlockedService", "Subscriber has blocked this service", RetryNever, ResponseSubscriberBlockedService},
		{16, "16", "DuplicateDestination", "Destination Address Duplicated", RetryNever, ResponseDuplicateDestination},
		{17, "17", "DestinationListTooLong", "Destination Address list exceeded maximum", RetryNever, ResponseDestinationListTooLong},
		{18, "18", "TokenGenerationFailed", "API token generation failed", RetryWithBackoff, ResponseTokenGenerationFailed},
		{19, "19", "SpamThresholdExceeded", "Spam Control threshold exceeded", RetryNever, ResponseSpamThresholdExceeded},
		{21, "21", "InvalidMessageID", "Invalid messageId", RetryNever, ResponseInvalidMessageID},
		{22, "22", "InvalidCode", "Invalid code", RetryNever, ResponseInvalidCode},
		{88, "88", "GeneralFailure", "General Failure", RetryWithBackoff, ResponseGeneralFailure},
		{99, "99", "SystemError", "System error. Please contact us if problem persist", RetryWithBackoff, ResponseSystemError},
		{301, "301", "NoWhatsAppSession", "No valid WhatsApp session found", RetryAfterFix, ResponseNoWhatsAppSession},
	},
}
