package places

func elsewhere(r reply) bool {
	return r.Text == "5" // want `write codes.ResponseThrottlingRateExceeded.Wire\(\)`
}
