package places

func switched(r reply, x any) bool {
	switch codes := x.(type) {
	case string:
		return r.Text == "5" && codes == "x" // want `write errcodes.ResponseThrottlingRateExceeded.Wire\(\)`
	}
	return false
}
