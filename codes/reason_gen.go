// Code generated from catalog.tsv by errcodelint gen. DO NOT EDIT.

package codes

import "iter"

// ReasonCode is the reasonCode of a delivery report: why a message that was accepted didn't
// arrive.
//
// The table documents 15 codes, of which one is success: [ReasonNotApplicable]. A reply that was
// never filled in holds 0, and so reads as [ReasonNotApplicable]. Every other number is an
// undocumented code, of the class [RetryUnknown].
//
// Source: catalog.tsv, domain reason.
type ReasonCode int

const (
	// ReasonNotApplicable is reasonCode 0, "Not Applicable".
	//
	// [RetryNotNeeded]: no failure to report.
	ReasonNotApplicable ReasonCode = 0

	// ReasonBaseStationUnknown is reasonCode 1, "Base Station Unknown".
	//
	// [RetryWithBackoff]: transient network state (Infobip's public table: EC_UNKNOWN_BASE_STATION,
	// permanent=false).
	ReasonBaseStationUnknown ReasonCode = 1

	// ReasonMSCUnknown is reasonCode 2, "MSC Unknown".
	//
	// [RetryWithBackoff]: transient network state, as for the base station.
	ReasonMSCUnknown ReasonCode = 2

	// ReasonFormatError is reasonCode 3, "Format Error".
	//
	// [RetryNever]: the request itself is wrong.
	ReasonFormatError ReasonCode = 3

	// ReasonOtherError is reasonCode 4, "Other Error".
	//
	// [RetryWithBackoff]: unspecified; bounded retry.
	ReasonOtherError ReasonCode = 4

	// ReasonSubscriberUnknown is reasonCode 5, "Subscriber Unknown".
	//
	// [RetryNever]: no such subscriber (Infobip: EC_UNKNOWN_SUBSCRIBER, permanent=true).
	ReasonSubscriberUnknown ReasonCode = 5

	// ReasonSubscriberBarred is reasonCode 6, "Subscriber Barred".
	//
	// [RetryNever]: barred by the operator.
	ReasonSubscriberBarred ReasonCode = 6

	// ReasonSubscriberNotProvisioned is reasonCode 7, "Subscriber Not Provisioned".
	//
	// [RetryNever]: no SMS service on the subscription (GSM teleservice not provisioned).
	ReasonSubscriberNotProvisioned ReasonCode = 7

	// ReasonSubscriberAbsent is reasonCode 8, "Subscriber Absent".
	//
	// [RetryWithBackoff]: handset off or out of coverage; temporary by GSM's own definition.
	ReasonSubscriberAbsent ReasonCode = 8

	// ReasonSMSCFailure is reasonCode 9, "SMSC Failure".
	//
	// [RetryWithBackoff]: a failure in the network.
	ReasonSMSCFailure ReasonCode = 9

	// ReasonSMSCCongestion is reasonCode 10, "SMSC Congestion".
	//
	// [RetryWithBackoff]: a load condition.
	ReasonSMSCCongestion ReasonCode = 10

	// ReasonSMSCRoaming is reasonCode 11, "SMSC Roaming".
	//
	// [RetryWithBackoff]: holds only while the subscriber roams.
	ReasonSMSCRoaming ReasonCode = 11

	// ReasonHandsetError is reasonCode 12, "Handset Error".
	//
	// [RetryNever]: the handset refuses this message.
	ReasonHandsetError ReasonCode = 12

	// ReasonHandsetMemoryExceeded is reasonCode 13, "Handset Memory Exceeded".
	//
	// [RetryWithBackoff]: passes once the handset's memory is freed.
	ReasonHandsetMemoryExceeded ReasonCode = 13

	// ReasonInvalidWhatsAppTemplate is reasonCode 201, "Invalid WhatsApp Template".
	//
	// [RetryNever]: the request itself is wrong.
	ReasonInvalidWhatsAppTemplate ReasonCode = 201
)

// ParseReason reads the decimal text of a ReasonCode, as a form field or a query
// parameter holds it: "1". An undocumented number is a code too, also a negative one.
// Anything else is a [*ParseError]: "", "00", "+5", "1.5", " 1", a number that 32 bits don't hold.
// The code that goes with an error is the undocumented ReasonCode(-1), so that it is no success
// even where the error is dropped.
func ParseReason(text string) (ReasonCode, error) {
	value, err := reasonCodeDomain.parse(text)
	return ReasonCode(value), err
}

// ReasonCodes yields the documented codes of the domain by ascending number.
func ReasonCodes() iter.Seq[ReasonCode] {
	return func(yield func(ReasonCode) bool) {
		for i := range reasonCodeDomain.rows {
			if !yield(ReasonCode(reasonCodeDomain.rows[i].value)) {
				return
			}
		}
	}
}

// String returns the constant's name without "Reason": "BaseStationUnknown".
// An undocumented code gives its number: "ReasonCode(14)".
// Mind that package fmt prefers Error to String.
func (c ReasonCode) String() string { return reasonCodeDomain.name(int(c)) }

// Description returns the vendor's words for the code, "" for an undocumented code.
func (c ReasonCode) Description() string { return reasonCodeDomain.description(int(c)) }

// Known reports whether the code is documented, that is, whether there is a constant for it.
func (c ReasonCode) Known() bool { return reasonCodeDomain.find(int(c)) != nil }

// Retry returns the code's retry class, [RetryUnknown] for an undocumented code.
func (c ReasonCode) Retry() Retry { return reasonCodeDomain.retry(int(c)) }

// Retryable reports whether the same request may pass if it is sent again later, unchanged: the
// class [RetryWithBackoff].
func (c ReasonCode) Retryable() bool { return c.Retry() == RetryWithBackoff }

// Wire returns the code's decimal text, as it travels in forms and query parameters.
func (c ReasonCode) Wire() string { return reasonCodeDomain.wire(int(c)) }

// Err returns the code as an error: nil for ReasonNotApplicable, and the code itself for every
// other, documented or not. errors.Is finds it in what wraps it, and errors.As takes it back into
// a ReasonCode.
func (c ReasonCode) Err() error {
	if row := reasonCodeDomain.find(int(c)); row != nil {
		return row.err
	}
	return c
}

// Error says the number and the vendor's words:
//
//	reasonCode 1: Base Station Unknown
//
// A success code has a text too: it is [ReasonCode.Err] that says whether a code is an error.
func (c ReasonCode) Error() string { return reasonCodeDomain.errorText(int(c)) }

// UnmarshalJSON takes an integer and its text in a JSON string, 5 and "5", and refuses everything
// else as [ParseReason] does. It refuses null too, since null would leave 0 behind as if 0 had
// been sent. Where null may come, the field has to be a *ReasonCode. After an error the code
// is what it was before. There is no MarshalJSON: an integer is what encoding/json writes.
func (c *ReasonCode) UnmarshalJSON(data []byte) error {
	value, err := reasonCodeDomain.parseJSON(data)
	if err != nil {
		return err
	}
	*c = ReasonCode(value)
	return nil
}

// UnmarshalText takes what [ParseReason] takes. It serves form and XML decoders and the keys of
// JSON objects. After an error the code is what it was before. There is no MarshalText: with one,
// encoding/json would write strings; keys and XML come out as integers without it.
func (c *ReasonCode) UnmarshalText(text []byte) error {
	value, err := reasonCodeDomain.parseText(text)
	if err != nil {
		return err
	}
	*c = ReasonCode(value)
	return nil
}

var reasonCodeDomain = codeTable{
	typ:       "ReasonCode",
	qualified: "codes.ReasonCode",
	label:     "reasonCode",
	none:      -1,
	rows: []codeRow{
		{0, "0", "NotApplicable", "Not Applicable", RetryNotNeeded, nil},
		{1, "1", "BaseStationUnknown", "Base Station Unknown", RetryWithBackoff, ReasonBaseStationUnknown},
		{2, "2", "MSCUnknown", "MSC Unknown", RetryWithBackoff, ReasonMSCUnknown},
		{3, "3", "FormatError", "Format Error", RetryNever, ReasonFormatError},
		{4, "4", "OtherError", "Other Error", RetryWithBackoff, ReasonOtherError},
		{5, "5", "SubscriberUnknown", "Subscriber Unknown", RetryNever, ReasonSubscriberUnknown},
		{6, "6", "SubscriberBarred", "Subscriber Barred", RetryNever, ReasonSubscriberBarred},
		{7, "7", "SubscriberNotProvisioned", "Subscriber Not Provisioned", RetryNever, ReasonSubscriberNotProvisioned},
		{8, "8", "SubscriberAbsent", "Subscriber Absent", RetryWithBackoff, ReasonSubscriberAbsent},
		{9, "9", "SMSCFailure", "SMSC Failure", RetryWithBackoff, ReasonSMSCFailure},
		{10, "10", "SMSCCongestion", "SMSC Congestion", RetryWithBackoff, ReasonSMSCCongestion},
		{11, "11", "SMSCRoaming", "SMSC Roaming", RetryWithBackoff, ReasonSMSCRoaming},
		{12, "12", "HandsetError", "Handset Error", RetryNever, ReasonHandsetError},
		{13, "13", "HandsetMemoryExceeded", "Handset Memory Exceeded", RetryWithBackoff, ReasonHandsetMemoryExceeded},
		{201, "201", "InvalidWhatsAppTemplate", "Invalid WhatsApp Template", RetryNever, ReasonInvalidWhatsAppTemplate},
	},
}
