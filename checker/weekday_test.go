package checker_test

import (
	"context"
	"strings"
	"testing"

	"factcheck/checker"
	"factcheck/internal/article"
)

// A copyOf is a text and the day on which it was published.
type copyOf struct{ published, text string }

// wrongWeekdays have a date and a weekday that do not fit.
var wrongWeekdays = []copyOf{
	{"2019-12-06", "The council voted Tuesday, Dec 4, to shut the pool."},
	{"2019-12-06", "The council voted on Tues. 4 Dec to shut the pool."},
	{"2019-12-06", "The council voted on Tuesday the 4th of December to shut the pool."},
	{"2019-12-06", "The council voted on December 4, a Tuesday, to shut the pool."},
	{"2019-12-06", "The council voted on 4 December 2019, which was a Tuesday."},
	{"2019-12-06", "The council voted on Tuesday (December 4) to shut the pool."},
	{"2019-12-06", "The council voted on December 4 (a Tuesday) to shut the pool."},
	{"2019-12-06", "The council voted on Dec. 4 (Tue) to shut the pool."},
	{"2019-12-06", "The council voted on Tuesday 4/12/2019 to shut the pool."},
	{"2019-12-06", "The council voted on 2019-12-04 (Tue) to shut the pool."},
	{"2019-06-10", "The shop was closed on Monday and Tuesday, June 4 and 5, for repairs."},
	{"2019-08-12", "The festival ran from Monday 6 to Wednesday 8 August."},
	{"2019-03-12", "The strike ran from Friday, March 3, to Sunday, March 6."},
	{"2019-06-20", "The club met on Thursday the 13th of May."},
	{"2019-06-20", "The club met on Friday the 13th of June."},
	{"2019-12-06", "The council voted on Tuesday morning, Dec 4, to shut the pool."},
	{"2019-05-09", "The fire broke out on the evening of Saturday 5 May."},
	{"2019-12-06", "The council voted on Tuesday, the fourth of December, to shut the pool."},
	{"2019-12-06", "The council will vote on Tuesday next week (Dec 11)."},
	{"2019-12-06", "The council voted on the 4th, a Tuesday, to shut the pool."},
	{"2019-12-06", "The council voted on Tuesday December 4th."},
	{"2019-12-06", "The council voted on Tuesday, 4th December, to shut the pool."},
	{"2019-12-06", "The council voted on Tuesday 4th of December 2019."},
	{"2019-12-06", "The council voted late Tuesday, December 4, to shut the pool."},
	{"2019-12-06", "The council voted at 9 a.m. on Tuesday, December 4."},
	{"2019-12-06", "The council voted at 9 p.m. Tuesday, Dec. 4, 2019."},
	{"2019-12-06", "The council voted on Tuesday night (4 December)."},
	{"2019-12-06", "December 4 was a Tuesday, the clerk recalled."},
	{"2019-12-06", "December 4, 2019, fell on a Tuesday."},
	{"2019-12-06", "The hearing is on 10 December, a Monday."},
	{"2019-12-06", "The hearing will be held on Monday, 10 December 2019, at noon."},
	{"2019-12-06", "The hearing was set for Monday, Dec. 10, 2019."},
	{"2019-12-06", "It was Tuesday, December 4, when the council voted."},
	{"2019-12-06", "The council voted last Tuesday, December 4."},
	{"2019-12-06", "The council will vote next Tuesday, December 11."},
	{"2019-12-06", "The council will vote this coming Monday, December 10."},
	{"2019-12-06", "The council voted on Tuesday of this week, December 4."},
	{"2019-12-06", "The vote, on Tuesday 4 December, was close."},
	{"2019-12-06", "The vote took place in London on Tuesday, 4 December."},
	{"2019-12-06", "Tickets for Tuesday (Dec. 10) and Thursday (Dec. 11) are sold out."},
	{"2019-12-06", "The council voted on 12/4/2019, a Tuesday."},
	{"2019-12-06", "The council voted on Tuesday, 4.12.2019."},
	{"2019-12-06", "The council voted on 4 December (Tuesday)."},
	{"2019-12-06", "The council voted on 4 December, Tuesday."},
	{"2019-12-06", "The council voted on December 4 - a Tuesday - to shut the pool."},
	{"2019-12-06", "The council voted on December 4 — a Tuesday — to shut the pool."},
	{"2019-12-06", "The council voted on Tuesday – December 4 – to shut the pool."},
	{"2019-12-06", "The council voted on Tuesday, that is, December 4."},
	{"2019-12-06", "The council voted on the Tuesday, December 4."},
	{"2019-12-06", "On Tuesday, Dec. 4, and Wednesday, Dec. 5, the pool was shut."},
	{"2019-12-06", "The pool was shut from Tuesday, Dec. 4, through Thursday, Dec. 6."},
	{"2019-12-06", "The pool was shut between Tuesday 3 and Thursday 6 December."},
	{"2019-12-06", "The pool was shut from 3 December (Tuesday) to 6 December (Thursday)."},
	{"2019-12-06", "The pool was shut on Tuesday and Wednesday (December 4-5)."},
	{"2019-12-06", "The pool was shut on Tuesday-Wednesday, Dec. 4-5."},
	{"2019-12-06", "The pool was shut Tuesday through Thursday, Dec. 4-6."},
	{"2019-12-06", "The council voted Tuesday evening, on December 4."},
	{"2019-12-06", "The council voted on the 4th of December, a Tuesday."},
	{"2019-12-06", "The council voted on Tuesday, the 4th, to shut the pool."},
	{"2019-12-06", "The council voted on Tuesday 4th."},
	{"2019-12-06", "The council voted on Tuesday, 4 December, 2019, to shut the pool."},
	{"2019-12-06", "The council voted Tue 4 Dec 2019."},
	{"2019-12-06", "The council voted on TUESDAY, DECEMBER 4, 2019."},
	{"2019-12-06", "The concert is on Sat. Dec 8."},
	{"2019-12-06", "The concert is on Sat., Dec. 8, at the town hall."},
	{"2019-12-06", "The concert is on Sat Dec 8 at the town hall."},
	{"2019-12-06", "The concert is on Sun 7 December."},
	{"2019-12-06", "The concert is on Thurs., Dec. 13."},
	{"2019-12-06", "The concert is at 7.30pm on Wed 12 Dec."},
	{"2019-12-06", "The gala is set for Saturday, Dec. 15, at the museum."},
	{"2019-12-06", "The gala takes place Sat 15 Dec at the museum."},
	{"2019-12-06", "Mark your calendar: Monday December 10, 7 p.m."},
	{"2019-12-06", "Polling stations open at 7am on Friday 12 December."},
	{"2019-12-06", "The ceasefire began at midnight on Sunday 2 December."},
	{"2019-12-06", "The trial, which opened Monday, Dec. 4, will last a month."},
	{"2019-12-06", "The trial opened on 4 December (Monday) in Lyon."},
	{"2019-12-06", "Shops will shut on Wednesday, December 25th and Thursday, December 27th."},
	{"2019-12-06", "The court will rule on the 12th of December, which is a Friday."},
	{"2019-12-06", "Dec. 12, a Friday, is the deadline."},
	{"2019-12-06", "Friday, Dec. 12, is the deadline."},
	{"2019-12-06", "The deadline is Dec. 12 -- a Friday."},
	{"2019-12-06", "The deadline (Friday, December 12) was moved."},
	{"2019-12-06", "The deadline — Friday, December 12 — was moved."},
	{"2019-12-06", "By Friday 12/12/2019 all forms must be in."},
	{"2019-12-06", "Due date: Fri., Dec. 12, 2019"},
	{"2019-12-06", "The strike runs from Monday, Dec. 8, until Wednesday, Dec. 10."},
	{"2019-12-06", "The strike runs Monday-Wednesday, Dec. 8-10."},
	{"2019-12-06", "The strike runs Monday through Wednesday (Dec. 8-10)."},
	{"2019-12-06", "The show runs Thursday to Saturday, 11-13 December."},
	{"2019-12-06", "The show runs Thursday 11 - Saturday 13 December."},
	{"2019-12-06", "On the morning of Thursday, December 4, snow fell."},
	{"2019-12-06", "On December 4 — it was a Thursday — snow fell."},
	{"2019-12-06", "It was a Thursday, December 4, when the snow fell."},
	{"2019-12-06", "Snow fell on Thursday, that being December 4."},
	{"2019-12-06", "The storm of Thursday, 4 December, cut power."},
	{"2019-12-06", "The storm of 4 December, a Thursday afternoon, cut power."},
	{"2019-12-06", "Snow fell last week, on Thursday, 4 December."},
	{"2019-08-14", "In a letter dated Tuesday, 6 July 2019, he resigned."},
	{"2019-08-14", "He resigned on July 6th, 2019 (Tuesday)."},
	{"2019-08-14", "He resigned on the 6th of July 2019, a Tuesday."},
	{"2019-08-14", "He resigned Tuesday July 6 2019."},
	{"2019-08-14", "He resigned 06 July 2019 (Tues.)."},
	{"2019-08-14", "The final is on Sunday Aug. 17."},
	{"2019-08-14", "The final is next Sunday (Aug. 17)."},
	{"2019-08-14", "The final is on Sunday, August 17 at 3 p.m."},
	{"2019-08-14", "The final is at 3 p.m. Sunday (Aug. 17)."},
	{"2019-08-14", "The final kicks off at 15:00 GMT on Sunday, August 17."},
}

// rightWeekdays have dates and weekdays that fit, or do not belong together.
var rightWeekdays = []copyOf{
	{"2019-12-06", "The council voted Wednesday, Dec 4, to shut the pool."},
	{"2019-12-06", "The council voted on Wed. 4 Dec to shut the pool."},
	{"2019-12-06", "The council voted on Wednesday the 4th of December to shut the pool."},
	{"2019-12-06", "The council voted on December 4, a Wednesday, to shut the pool."},
	{"2019-12-06", "The council voted on 4 December 2019, which was a Wednesday."},
	{"2019-12-06", "The council voted on Wednesday (December 4) to shut the pool."},
	{"2019-12-06", "The council voted on December 4 (a Wednesday) to shut the pool."},
	{"2019-12-06", "The council voted on Dec. 4 (Wed) to shut the pool."},
	{"2019-12-06", "The council voted on Wednesday 4/12/2019 to shut the pool."},
	{"2019-12-06", "The council voted on Wednesday 12/4/2019 to shut the pool."},
	{"2019-12-06", "The council voted on 2019-12-04 (Wed) to shut the pool."},
	{"2019-06-10", "The shop was closed on Monday and Tuesday, June 3 and 4, for repairs."},
	{"2019-08-12", "The festival ran from Monday 5 to Wednesday 7 August."},
	{"2019-03-12", "The strike ran from Friday, March 1, to Sunday, March 3."},
	{"2019-06-20", "The club met on Monday the 13th of May."},
	{"2019-06-20", "The club met on Friday the 13th and nobody came."},
	{"2019-12-06", "The council voted on Wednesday morning, Dec 4, to shut the pool."},
	{"2019-12-06", "The council will vote on Wednesday next week (Dec 11)."},
	{"2019-12-06", "The council voted on the 4th, a Wednesday, to shut the pool."},
	{"2019-12-06", "The council voted on Wednesday night (4 December)."},
	{"2019-12-06", "December 4 was a Wednesday, the clerk recalled."},
	{"2019-12-06", "December 4, 2019, fell on a Wednesday."},
	{"2019-12-06", "The hearing is on 10 December, a Tuesday."},
	{"2019-12-06", "The council voted on Wednesday of this week, December 4."},
	{"2019-12-06", "Tickets for Tuesday (Dec. 10) and Wednesday (Dec. 11) are sold out."},
	{"2019-12-06", "The council voted on 12/4/2019, a Wednesday."},
	{"2019-12-06", "The council voted on Wednesday, 4.12.2019."},
	{"2019-12-06", "The pool was shut from 3 December (Tuesday) to 5 December (Thursday)."},
	{"2019-12-06", "The pool was shut on Tuesday and Wednesday (December 3-4)."},
	{"2019-12-06", "The pool was shut on Tuesday-Wednesday, Dec. 3-4."},
	{"2019-12-06", "The pool was shut Tuesday through Thursday, Dec. 3-5."},
	{"2019-12-06", "The council voted on Wednesday, the 4th, to shut the pool."},
	{"2019-12-06", "The council voted on Wednesday 4th."},
	{"2019-12-06", "The council met on Tuesday, and on December 4 it voted."},
	{"2019-12-06", "The vote came on December 4, Tuesday's paper said."},
	{"2019-12-06", "On December 4, a Tuesday paper reported the vote."},
	{"2019-12-06", "If December 4 is a Tuesday, the rent is due then."},
	{"2019-12-06", "The fair runs through Sunday (Dec. 4 is a holiday)."},
	{"2019-12-06", "When December 25 falls on a Tuesday, shops shut on Monday too."},
	{"2019-12-06", "December 25 falls on a Saturday in 2021."},
	{"2019-12-06", "Christmas Day, December 25, was a Tuesday in 2018."},
	{"2019-12-06", "She said on Friday on Dec. 4 the road was clear."},
	{"2019-12-06", "It ran from Tuesday - December 4 at the latest."},
	{"2019-12-06", "He left Monday for talks, and by December 4, Tuesday and Wednesday were booked."},
	{"2019-12-06", "On December 4, Tuesday and Thursday classes were cancelled."},
	{"2019-12-06", "He was arrested on Sunday, two days after the December 4 raid."},
	{"2019-12-06", "They met Tuesday, 4 to 6 people in all."},
	{"2019-12-06", "Tuesday's 4-2 win put them third."},
	{"2019-12-06", "The Tuesday (December 4, 2018) vote was void."},
	{"2019-12-06", "Both are on Wednesday, the 11th of December, and Thursday, the 12th."},
	{"2019-12-06", "The shop is closed Tuesdays (December 4 to 11)."},
	{"2019-12-06", "The team plays Saturday (Dec. 7), Sunday (Dec. 8) and Monday (Dec. 9)."},
	{"2019-12-06", "The team plays on Saturday and Sunday, Dec. 7 and 8, and on Monday, Dec. 9."},
	{"2019-12-06", "The team plays Thursday and Friday, December 13."},
	{"2019-12-06", "The paper is dated Tuesday; December 4 is the deadline."},
}

// noSuchTimes name a day, an hour or a period that does not exist.
var noSuchTimes = []copyOf{
	{"2019-12-06", "The lease ran out on February 30, the landlord wrote."},
	{"2019-12-06", "The lease ran out on Feb. 30, 2019, the landlord wrote."},
	{"2019-12-06", "The lease ran out on 31 September 2019."},
	{"2019-12-06", "The lease ran out on the 31st of September."},
	{"2019-12-06", "The meeting was on the 32nd of May."},
	{"2019-12-06", "The meeting was on May 32."},
	{"2019-12-06", "The meeting was on 32 May 2019."},
	{"2019-12-06", "She was born on 29 February 2018."},
	{"2019-12-06", "She was born on February 29, 2019, at noon."},
	{"2019-12-06", "She was born on Feb. 29, 1900."},
	{"2019-12-06", "The train left at 25:00 on Friday."},
	{"2019-12-06", "The train left at 13:75 on Friday."},
	{"2019-12-06", "The train left at 12:65 p.m. on Friday."},
	{"2019-12-06", "The train left at 14:30 p.m. on Friday."},
	{"2019-12-06", "The train left at 9:75 a.m."},
	{"2019-12-06", "The train left at 0:30 p.m."},
	{"2019-12-06", "The train left at 13 p.m."},
	{"2019-12-06", "The rent is due on 0 June."},
	{"2019-12-06", "The rent is due on June 0."},
	{"2019-12-06", "The letter is dated 2019-13-04."},
	{"2019-12-06", "The letter is dated 2019-02-30."},
	{"2019-12-06", "The letter is dated 31/02/2019."},
	{"2019-12-06", "The letter is dated 31.04.2019."},
	{"2019-12-06", "The letter is dated 25/13/2019."},
	{"2019-12-06", "The letter is dated 13/25/2019."},
	{"2019-12-06", "The plant closes in week 54 of the year."},
	{"2019-12-06", "The plant closes in week 54 of 2019."},
	{"2019-12-06", "Profit fell in the fifth quarter of 2019."},
	{"2019-12-06", "Profit fell in the fifth quarter of the year."},
	{"2019-12-06", "The train left at 24:30 on Friday."},
	{"2019-12-06", "The quake struck at 2460 GMT."},
	{"2019-12-06", "The quake struck at 2510 GMT on Tuesday."},
	{"2019-12-06", "The quake struck at 1175 GMT on Tuesday."},
	{"2019-12-06", "The quake struck at 10:61 p.m. local time."},
	{"2019-12-06", "The quake struck at 7:60 a.m. on Tuesday."},
	{"2019-12-06", "Polls close at 8:72 pm."},
	{"2019-12-06", "The flight landed at 26:15 local time."},
	{"2019-12-06", "The meeting starts at 11:60."},
	{"2019-12-06", "It was 4:85 in the afternoon when the fire began."},
	{"2019-12-06", "The shop opened on April 31."},
	{"2019-12-06", "The shop opened on Monday, June 31."},
	{"2019-12-06", "The shop will open on November 31, a Sunday."},
	{"2019-12-06", "The siege lasted until the 31st of June."},
	{"2019-12-06", "The pass is valid from 31 April to 31 May."},
	{"2019-12-06", "The pass is valid from May 31 to June 31."},
	{"2019-12-06", "The pass is valid on June 30 and 31."},
	{"2019-12-06", "The fair is on June 29-31."},
	{"2019-12-06", "The vote on Sept. 31 was postponed."},
	{"2019-12-06", "It happened on Thursday 31 November."},
	{"2019-12-06", "He died on the thirty-first of June."},
	{"2019-12-06", "He died on the thirtieth of February."},
	{"2019-12-06", "He died on February thirtieth."},
	{"2019-12-06", "The talks began at 0860 GMT."},
	{"2019-12-06", "The match starts at 20:60 GMT."},
	{"2019-12-06", "Kick-off is 15:67 BST."},
	{"2019-12-06", "A bomb exploded at 8:75 p.m. on Wednesday."},
	{"2019-12-06", "A bomb exploded around 17:30 p.m."},
	{"2019-12-06", "A bomb exploded at 19:00 pm on Saturday."},
	{"2019-12-06", "A bomb exploded at 22.15 p.m."},
	{"2019-12-06", "A bomb exploded at 00:15 p.m."},
	{"2019-12-06", "The store opens at 15 a.m."},
	{"2019-12-06", "The clocks change at 25 o'clock."},
	{"2019-12-06", "The law took effect on Jan. 32."},
	{"2019-12-06", "The deadline is April 31."},
	{"2019-12-06", "Born on the 31st of April 1950, he died young."},
	{"2019-12-06", "The treaty was signed on 30 February 1998."},
	{"2019-12-06", "Applications close on Friday, 31 September."},
	{"2019-12-06", "She resigned effective Nov. 31."},
	{"2019-12-06", "The permit runs from June 1 to June 31."},
	{"2019-12-06", "The permit runs through Feb. 30."},
	{"2019-12-06", "Between 29 February and 30 February it rained."},
	{"2019-12-06", "The 2019-06-31 filing was late."},
	{"2019-12-06", "Sales in week 55 of the year were flat."},
	{"2019-12-06", "A plane landed at 24:15 GMT."},
	{"2019-12-06", "A plane landed at 2575 GMT."},
	{"2019-12-06", "A plane landed at 3:72 p.m."},
	{"2019-12-06", "A plane landed at 8.75am."},
	{"2019-12-06", "A plane landed at 15:20 a.m."},
	{"2019-12-06", "A plane landed at 27:00 on Sunday."},
	{"2019-12-06", "A plane landed at 12:60 local time."},
	{"2019-12-06", "The tremor hit at 0475 GMT (10:15 a.m.)."},
	{"2019-12-06", "The tremor hit at 10:15 a.m. (0475 GMT)."},
	{"2019-12-06", "He was born Feb. 29, 2001."},
	{"2019-12-06", "He was born on 29th February 2003."},
	{"2019-12-06", "He was born on the 29th of February, 2003."},
	{"2019-12-06", "Sign up by 31/11/2019."},
	{"2019-12-06", "Sign up by 11/31/2019."},
	{"2019-12-06", "Sign up by 2019/11/31."},
	{"2019-12-06", "Claims must reach the office by Jan. 32."},
	{"2019-12-06", "The coup attempt of 34 October was not in any file."},
	{"2019-12-06", "The deadline, Oct. 41, cannot be moved."},
	{"2019-12-06", "By 33 March the pool had been cleared."},
	{"2019-12-06", "The summit is planned for 32 January."},
	{"2019-12-06", "The parade will open on the 41st of January in Leeds."},
	{"2019-12-06", "By 27:34 the fire was out, the office said."},
	{"2019-12-06", "“It was exactly 28:12 when the wall fell,” he said."},
	{"2019-12-06", "The trade fair begins at 26 p.m. on Sunday."},
	{"2019-12-06", "The terminal closes at 25 p.m., the office said."},
	{"2019-12-06", "At 32 p.m. nobody had come."},
	{"2019-12-06", "The dam is open from 9:00 to 28:32."},
	{"2019-12-06", "The station is open from 9:00 to 14:85."},
	{"2019-12-06", "By 21:70 the fire was out."},
}

// noTimes have numbers that are no impossible days or times.
var noTimes = []copyOf{
	{"2019-12-06", "See page 30 February edition."},
	{"2019-12-06", "The score was 25:00 in the first set."},
	{"2019-12-06", "He ran it in 2:75 and she in 2:61."},
	{"2019-12-06", "They won 13:75."},
	{"2019-12-06", "The ratio was 12:65."},
	{"2019-12-06", "In Isaiah 40:31 and Psalm 119:105 the word recurs."},
	{"2019-12-06", "Genesis 25:61 does not exist, the priest said."},
	{"2019-12-06", "Part 25:00 of the kit costs $3."},
	{"2019-12-06", "The rupee closed at 24:75 against the yen."},
	{"2019-12-06", "He finished in 25:61.3, a record."},
	{"2019-12-06", "He finished the 10,000 metres in 27:75."},
	{"2019-12-06", "The marathon was won in 2:09:75."},
	{"2019-12-06", "The train left at 24:00."},
	{"2019-12-06", "The train left at 00:30."},
	{"2019-12-06", "The train left at 12:30 p.m."},
	{"2019-12-06", "The train left at 23:59 GMT."},
	{"2019-12-06", "The quake struck at 2359 GMT."},
	{"2019-12-06", "The bill 2460 GMT-5 units were sold."},
	{"2019-12-06", "Week 53 of 2020 was short."},
	{"2019-12-06", "The factory made 54 in week 12."},
	{"2019-12-06", "Version 31.04.2 was released."},
	{"2019-12-06", "The number 2019-13 was printed."},
	{"2019-12-06", "Flight 2510 left at noon."},
	{"2019-12-06", "Room 31 April met her friend."},
	{"2019-12-06", "He turned 32 May 3."},
	{"2019-12-06", "She scored 31 June 4."},
	{"2019-12-06", "They beat Leeds 32-31 November 3."},
	{"2019-12-06", "Sold at 50 May delivery."},
	{"2019-12-06", "Feb. 29, 2016 was a Monday."},
	{"2019-12-06", "She was born on 29 February."},
	{"2019-12-06", "She was born on 29 February 1904."},
	{"2019-12-06", "Stocks fell 30 February points."},
	{"2019-12-06", "The May 30-31 meeting was short."},
	{"2019-12-06", "The April 30-May 31 window is open."},
	{"2019-12-06", "No. 31, April Street, was empty."},
	{"2019-12-06", "The fifth quarter of the horse is offal in Roman kitchens."},
	{"2019-12-06", "He bought 31 Sept. calls."},
	{"2019-12-06", "The code is 31/02/2019/7."},
	{"2019-12-06", "The IP is 31.02.2019.4."},
	{"2019-12-06", "They lost 25-13 in 2019."},
	{"2019-12-06", "He said the 24:30 mark of the video shows it."},
	{"2019-12-06", "At 65:30 of the tape he laughs."},
	{"2019-12-06", "At 24:30 into the second period, Smith scored."},
	{"2019-12-06", "The goal came at 19:75 of the third period."},
	{"2019-12-06", "The goal came at 16:60 of the second."},
	{"2019-12-06", "Mrs. May, 41, resigned."},
	{"2019-12-06", "Prices rose by 34 October contracts."},
	{"2019-12-06", "He won by 27:34 in the end."},
	{"2019-12-06", "By 33 votes the motion passed."},
	{"2019-12-06", "They sold 41 May contracts."},
	{"2019-12-06", "In Oct. 41 people died."},
	{"2019-12-06", "On Oct. 41 people were hurt."},
	{"2019-12-06", "The deal for 32 May wine casks failed."},
	{"2019-12-06", "The team lost, Sept. 41 points behind."},
	{"2019-12-06", "Theresa May, 62, won."},
	{"2019-12-06", "They lost 30:28 to 29:61 and 25:20."},
	{"2019-12-06", "The reading of 35 March showers was wrong."},
	{"2019-12-06", "It was 28:12 in the second half."},
	{"2019-12-06", "At 10: 48 a.m. the bridge was shut."},
	{"2019-12-06", "The price of 40 June tickets doubled."},
}

// findingsOf returns the ids of the rules that fire on a text, one line each.
func findingsOf(t *testing.T, opt checker.Options, d copyOf) string {
	t.Helper()
	list, err := article.Parse("a.md", []byte(d.text))
	if err != nil {
		t.Fatal(err)
	}
	day, err := article.ParseDate(d.published)
	if err != nil {
		t.Fatal(err)
	}
	result, err := checker.Read(checker.Input{Articles: list, Published: day}, opt).Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range result.Findings {
		out = append(out, f.Rule+": "+f.Message)
	}
	return strings.Join(out, "\n")
}

func TestWeekdayForms(t *testing.T) {
	opt := options(t, false)
	for _, d := range wrongWeekdays {
		// A weekday with its week says the day by itself.
		if got := findingsOf(t, opt, d); !strings.Contains(got, "date/weekday-mismatch") && !strings.Contains(got, "date/relative-mismatch") {
			t.Errorf("%s: no finding", d.text)
		}
	}
	for _, d := range rightWeekdays {
		if got := findingsOf(t, opt, d); strings.Contains(got, "date/weekday-mismatch") {
			t.Errorf("%s: %s", d.text, got)
		}
	}
}

func TestImpossibleForms(t *testing.T) {
	opt := options(t, false)
	for _, d := range noSuchTimes {
		if got := findingsOf(t, opt, d); !strings.Contains(got, "date/impossible") {
			t.Errorf("%s: no finding", d.text)
		}
	}
	for _, d := range noTimes {
		if got := findingsOf(t, opt, d); got != "" {
			t.Errorf("%s: %s", d.text, got)
		}
	}
}

// datelines are of 16 October and of many shapes.
var datelines = []string{
	"GENEVA, Oct 16 (AFP) - ", "GENEVA, Oct. 16 (AFP) -- ", "GENEVA, October 16 — ", "GENEVA, 16 October — ",
	"GENEVA, Oct 16, 2019 (Reuters) - ", "Oct 16 (Reuters) - ", "GENEVA/PARIS, Oct 16 (Reuters) - ",
	"Lyon, October 16, 2019 — ", "NEW YORK, Oct 16 (UPI) -- ", "BEIJING, Oct. 16 (Xinhua) -- ", "GENEVA, Switzerland, Oct. 16, 2019 - ",
	"GENEVA, Switzerland, Oct 16 (AP) - ", "GENEVA, Wed Oct 16 (Reuters) - ",
}

func TestDatelineAgainstPublication(t *testing.T) {
	opt := options(t, false)
	before := "# Yard to cut jobs\n\nBERGEN, October 16 (AFP) - The shipyard will cut jobs.\n\nThe yard has built ferries for the islands in the north since 1921, and most of the town has worked there at some time of their lives.\n"
	if got := findingsOf(t, opt, copyOf{"2019-11-16", before}); !strings.Contains(got, "date/anchor-conflict") {
		t.Errorf("%s: no finding", before)
	}
	for _, line := range datelines {
		text := line + "The talks on fishing rights broke off."
		if got := findingsOf(t, opt, copyOf{"2019-11-16", text}); !strings.Contains(got, "date/anchor-conflict") {
			t.Errorf("%s: no finding", text)
		}
		for _, on := range []string{"2019-10-15", "2019-10-16", "2019-10-17"} {
			if got := findingsOf(t, opt, copyOf{on, text}); got != "" {
				t.Errorf("%s: %s: %s", on, text, got)
			}
		}
	}
}

// leads have a weekday of their main verb, %s, and what shows that they are daily
// copy.
var leads = []string{
	"LONDON (Reuters) - The parliament rejected the deal on %s.",
	"LONDON, Dec 6 (Reuters) - The parliament on %s rejected the deal.",
	"PARIS (AFP) - Three people died %s when a bus fell into a river.",
	"PARIS (AFP) - Three people were killed late %s in a fire.",
	"TOKYO (AP) — The economy shrank in the third quarter, the government reported %s.",
	"WASHINGTON (AP) — The Senate voted 52-48 on %s to confirm the judge.",
	"ROME — Thousands of students marched through the city on %s to protest cuts.",
	"The company said on %s it would cut 300 jobs.",
	"The cabinet %s narrowly approved a tax on fish.",
	"Police arrested five men on %s in raids across the city, a spokesman said.",
	"The town and its neighbours agreed on %s to build a bridge, diplomats said.",
	"On %s, the fire service ordered the library to be shut, a spokesman said.",
	"The boat sank on %s off the coast, according to police.",
	"Speaking on %s, the mayor said the school would stay.",
	"A ferry ran aground on %s near the harbour. Nobody was hurt, the coast guard said Friday.",
}

// oddLeads have weekdays, %s, that date something else than the news.
var oddLeads = []string{
	"PARIS (AFP) - A man arrested on %s has died in his cell.",
	"PARIS (AFP) - The mayor, who fell ill on %s, died at home.",
	"PARIS (AFP) - The bridge that collapsed %s was old, a report found.",
	"PARIS (AFP) - %s's storm cost the ports millions.",
	"PARIS (AFP) - The parliament will vote on the budget on %s.",
	"PARIS (AFP) - The mayor said Friday that the pool had closed on %s.",
	"PARIS (AFP) - The mayor said today that the pool closed on %s.",
	"PARIS (AFP) - The pool, shut since %s, opened again.",
	"PARIS (AFP) - The mayor had resigned on %s over the pool.",
	"PARIS (AFP) - The pool was shut on %s (Dec. 3).",
	"PARIS (AFP) - The pool was shut on Monday and %s.",
	"PARIS (AFP) - On %s, the pool will open again.",
	"PARIS (AFP) - Last %s the pool opened again.",
	"The council voted %s night to keep the pool open.",
	"Visitors arrived on %s with umbrellas and left with sunburn.",
	"PARIS (AFP) - The mayor will quit as head of the board on %s.",
	"He was woken on %s night, he told the court.",
	"The novelist, who died on %s, wrote nine books.",
	"The novelist died on %s at home. She was 77.",
	"The church, consecrated in 1769, marks its anniversary on %s.",
}

func TestLeadForms(t *testing.T) {
	opt := options(t, false)
	for _, lead := range leads {
		for _, weekday := range []string{"Sunday", "Monday", "Tuesday", "Wednesday"} {
			text := strings.ReplaceAll(lead, "%s", weekday)
			if got := findingsOf(t, opt, copyOf{"2019-12-06", text}); !strings.Contains(got, "date/lead-weekday") {
				t.Errorf("%s: no finding", text)
			}
		}
		for _, weekday := range []string{"Thursday", "Friday", "Saturday"} {
			text := strings.ReplaceAll(lead, "%s", weekday)
			if got := findingsOf(t, opt, copyOf{"2019-12-06", text}); got != "" {
				t.Errorf("%s: %s", text, got)
			}
		}
	}
	for _, lead := range oddLeads {
		text := strings.ReplaceAll(lead, "%s", "Tuesday")
		if got := findingsOf(t, opt, copyOf{"2019-12-06", text}); got != "" {
			t.Errorf("%s: %s", text, got)
		}
	}
}
