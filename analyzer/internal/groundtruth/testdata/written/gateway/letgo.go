package gateway

type Lease struct{ Last codes.ResponseCode }

func (l *Lease) Close() { l.Last = codes.ResponseSuccess }

func (l *Lease) Done() {
	if p := recover(); p != nil {
		l.Last = codes.ResponseGeneralFailure
	}
}
