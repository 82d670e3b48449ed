package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sync/atomic"
	"time"
)

// An interruption ends a command on Ctrl-C. A command that has something to print
// by then looks at its context and prints it; any other ends at once.
type interruption struct {
	context.Context
	state atomic.Int32
}

// The states of a command.
const (
	stateReading  int32 = iota // there is nothing to print yet
	stateChecking              // the check ends with its context
	statePrinting              // what there is is being printed
)

// grace is how long a check may take to end, such as that of a very long
// document, before it is not waited for any more.
const grace = time.Second

// uninterrupted is a command that nothing interrupts.
func uninterrupted() *interruption { return &interruption{Context: context.Background()} }

// interruptible watches for Ctrl-C; exit ends the program.
func interruptible(err io.Writer, exit func(code int)) *interruption {
	ctx, cancel := context.WithCancel(context.Background())
	i := &interruption{Context: ctx}
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt)
	go func() {
		<-signals
		cancel()
		i.wait(signals)
		fmt.Fprintln(err, "interrupted; exit 130")
		exit(exitInterrupted)
	}()
	return i
}

// wait returns when the command is to be ended from outside: at once if it has
// nothing to print, else if it does not end by itself or on a second Ctrl-C.
func (i *interruption) wait(again <-chan os.Signal) {
	switch i.state.Load() {
	case stateReading:
		return
	case stateChecking:
		select {
		case <-again:
			return
		case <-time.After(grace):
			if i.state.Load() == stateChecking {
				return
			}
		}
	}
	<-again
}

// enter says what the command does from now on.
func (i *interruption) enter(state int32) { i.state.Store(state) }
