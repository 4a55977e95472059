// Errors of another package, and what it asks errors by an interface.
package gateway

// A Coder is an error that knows its code.
type Coder interface {
	error
	Code() codes.ResponseCode
}

type Refusal struct{ code codes.ResponseCode }

func (r Refusal) Error() string            { return "refused" }
func (r Refusal) Code() codes.ResponseCode { return r.code }

type Outage struct{ code codes.ResponseCode }

func (o *Outage) Error() string            { return "outage" }
func (o *Outage) Code() codes.ResponseCode { return o.code }

func Refuse(code codes.ResponseCode) error {
	switch code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		return fmt.Errorf("later: %w", &Outage{code})
	case codes.ResponseInvalidRecipient:
		return errors.New("no such number")
	}
	return Refusal{code}
}

func Patient(err error) bool {
	var c Coder
	return errors.As(err, &c) && (c.Code() == codes.ResponseThrottlingRateExceeded || c.Code() == codes.ResponseSystemError)
}

func Knows(err error) bool {
	_, ok := errors.AsType[Coder](err)
	return ok
}

// Text asks with the error's own name.
func Text(err error) string {
	if c, ok := errors.AsType[Coder](err); ok && c.Code() == codes.ResponseInvalidIP {
		return "ip"
	}
	return ""
}
