module example.test/programs

go 1.25.0

require (
	github.com/errcodelint/errcodelint v0.0.0
	golang.org/x/tools v0.47.0
)

replace github.com/errcodelint/errcodelint => ../
