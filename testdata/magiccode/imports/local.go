package imports

import "github.com/errcodelint/errcodelint/codes"

func local(r Reply, codes []int) bool {
	return r.ResponseCode == 1 && len(codes) > 0 // want `InvalidCredentials`
}

func notLocal(r Reply) bool {
	return r.ResponseCode == 2 || codes.ResponseCode(r.ResponseCode).Retryable() // want `InvalidIP`
}
