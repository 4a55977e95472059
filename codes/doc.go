// Package codes has the error codes of the messaging API as Go: three types, a constant for every
// documented code, and what is known about each.
//
//	domain    type          where the code is                                      success
//	response  ResponseCode  responseCode of the REST replies                       0
//	reason    ReasonCode    reasonCode of SMS and WhatsApp delivery reports        0
//	template  TemplateCode  responseCode of replies of whatsapp/message_templates  none
//
// ResponseCode and TemplateCode travel under the same key and share numbers that mean different
// things: 0 is [ResponseSuccess] in one and [TemplateAccessTokenExpiredOrRevoked] in the other.
// Which one it is depends on the call, so choose the type where the reply is declared.
//
// # Decoding
//
// Declare the field with the type:
//
//	type smsReply struct {
//		ResponseCode codes.ResponseCode `json:"responseCode"`
//		MessageID    string             `json:"messageId"`
//	}
//
// The API's documentation calls most codes integers, and its replies hold strings: "0". An int
// field fails on every such reply, a string field fails on the day when the API keeps its word,
// the option ",string" refuses integers, and json.Number and any leave the question to everybody
// who reads the field. These types take the integer and its text, without any option, and refuse
// the rest, null and "" included, with a [*ParseError]. Form fields and query parameters are read
// by [ParseReason] and its siblings.
//
// Two things to mind. A reply that was never decoded holds 0, which reads as success in two
// domains: look at the decoder's error before the code. And a key that is missing leaves 0 too:
// where that can happen, declare a pointer (*codes.ResponseCode) and nil is what stays.
//
// # Handling
//
// Err makes a code an error, nil for success, so that it goes the way of all errors and is found
// again:
//
//	if err := reply.ResponseCode.Err(); err != nil {
//		return fmt.Errorf("sending to %s: %w", to, err)
//	}
//	…
//	if errors.Is(err, codes.ResponseInsufficientCredit) {
//
// The types have an Error method to make that work, as syscall.Errno has. It doesn't make every
// code a failure: never use ResponseSuccess itself as an error, use Err.
//
// Retry tells what can be done about a failure, in four classes, and Retryable picks the one
// where sending the same request again later is enough. [RetryUnknown] stays for undocumented
// codes: the vendor adds codes, and any number of 32 bits is decoded and handed on.
//
// # Printing
//
// Package fmt prefers Error, so %v, %s and Println give number and description, as in
// "responseCode 5: Account maximum throttling rate is exceeded", and so does log/slog; %q quotes
// that text, and %x encodes it. %d gives the number. The String method gives the name,
// "ThrottlingRateExceeded". Where the code is to travel on as text, in a URL, a form or a header,
// use Wire. JSON, keys of JSON objects included, and XML are written with the number.
package codes
