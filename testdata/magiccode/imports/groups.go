package imports

import (
	"fmt"

	"github.com/errcodelint/errcodelint/analyzer"
	"golang.org/x/tools/go/analysis"

	"example.test/programs/magiccode/own"
)

func groups(r Reply) {
	if r.ResponseCode == 21 { // want `InvalidMessageID`
		fmt.Println(analysis.Pass{}, analyzer.Settings{}, own.Doc)
	}
}
