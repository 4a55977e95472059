package geniq

// reply is what the answers about messages begin with.
type reply struct {
	ResponseCode    int    `json:"responseCode,string"`
	ResponseMessage string `json:"responseMessage"`
}

// Code returns the response code.
func (r reply) Code() int { return r.ResponseCode }

func (r reply) throttled() bool {
	return r.ResponseCode == 5 // want "magiccode: .*ThrottlingRateExceeded"
}
