using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

/// <summary>Dates and times as editors write them, beyond the plain ones of <see cref="SeminarReaderTests"/>.</summary>
public sealed partial class WhenTests
{
    [Theory]
    [InlineData("time: １４:００", "2019-03-14 14:00")]
    [InlineData("time: ١٤:٠٠", "2019-03-14 14:00")]
    [InlineData("time: １４：００", "2019-03-14 14:00")]
    [InlineData("date: ２０１９-０３-１５", "2019-03-15")]
    [InlineData("date: ٢٠١٩-٠٣-١٥ ١٠:٣٠", "2019-03-15 10:30")]
    [InlineData("date: 2019\u201103\u201115", "2019-03-15")]
    [InlineData("date: \u200B2019-03-15\u200B", "2019-03-15", "invisible-character")]
    [InlineData("time: 14:00\u221215:30", "2019-03-14 14:00-15:30")]
    public void Characters_that_only_look_different_are_read_and_told(string line, string when, string rule = "date-characters")
    {
        var reading = Read(line);

        Assert.Equal((when, rule), (When(reading), string.Join(' ', reading.Problems.Select(problem => problem.Rule))));
    }

    [Theory]
    [InlineData("time: 2:00-3:30pm", "2019-03-14 14:00-15:30")]
    [InlineData("time: 2:00 - 3:30 PM", "2019-03-14 14:00-15:30")]
    [InlineData("date: 2018-05-05 2:00 to 3:30 pm", "2018-05-05 14:00-15:30")]
    [InlineData("time: 11:00-1:00pm", "2019-03-14 11:00-13:00")]
    [InlineData("time: 9-10:30 a.m.", "2019-03-14 09:00-10:30")]
    [InlineData("time: 2pm-3", "2019-03-14 14:00-15:00")]
    [InlineData("time: 10am-11", "2019-03-14 10:00-11:00")]
    [InlineData("time: 11 am - 1:00", "2019-03-14 11:00-13:00")]
    [InlineData("time: 14:00-3:30pm", "2019-03-14 14:00-15:30")]
    [InlineData("time: 2:00-3:00pm America/New_York", "2019-03-14 14:00-15:00 America/New_York")]
    public void A_half_of_the_day_counts_for_both_times(string line, string when) => Assert.Equal(when, When(Read(line)));

    [Theory]
    [InlineData("time: 11:00-1:00", "2019-03-14 11:00-13:00")]
    [InlineData("time: 12:30 – 1:30", "2019-03-14 12:30-13:30")]
    [InlineData("time: 9:00-5:00", "2019-03-14 09:00-17:00")]
    [InlineData("time: 13:00-2:00", "2019-03-14 13:00-14:00")]
    [InlineData("date: 2019-03-14 11:00-1:00", "2019-03-14 11:00-13:00")]
    public void What_can_only_end_in_the_afternoon_does(string line, string when) => Assert.Equal((when, 0), Read(line) is var reading ? (When(reading), reading.Problems.Count) : default);

    [Theory]
    [InlineData("date: 2019-03-14T10:15-5:00", "Write hours from 0 to 23:  date: 2019-03-14 10:15-17:00")]
    [InlineData("time: 10:15 -5:00", "Write hours from 0 to 23:  time: 10:15-17:00")]
    [InlineData("time: 11am-1am", "Write hours from 0 to 23:  time: 11:00-13:00")]
    [InlineData("time: 23:00-1:00", "Check both times; if it went past midnight, give the last day too:  end: 2019-03-15 01:00")]
    [InlineData("time: 10:00-9:00", "Check both times; if it went past midnight, give the last day too:  end: 2019-03-15 09:00")]
    [InlineData("time: 12:30-02:00", "Write hours from 0 to 23:  time: 12:30-14:00")]
    [InlineData("time: 11:00\nend: 1:00", "Write hours from 0 to 23:  end: 13:00")]
    [InlineData("time: 10:00\nend: 1h", "Write  end: 11:00")]
    [InlineData("time: 10:00\nend: 1h30", "Write  end: 11:30")]
    [InlineData("time: 10:00\nend: 1.5 hours", "Write  end: 11:30")]
    [InlineData("time: 10:00\nend: 90 min", "Write  end: 11:30")]
    [InlineData("end: 1 hour", "Write the time at which it ended, such as  end: 15:30")]
    [InlineData("time: 10:00\nend: 15h30", "Write a colon between hours and minutes:  end: 15:30")]
    public void What_is_advised_for_an_end_is_one(string lines, string fix) => Assert.Equal(fix, Assert.Single(Read(lines).Problems).Fix);

    [Theory]
    [InlineData("time: 2:30-4:00", "2019-03-14 02:30-04:00", "If it was in the afternoon, write  time: 14:30-16:00 ; if at night,  time: 02:30-04:00")]
    [InlineData("date: 2019-03-14 3:15", "2019-03-14 03:15", "If it was in the afternoon, write  date: 2019-03-14 15:15 ; if at night,  date: 2019-03-14 03:15")]
    [InlineData("time: 5:00 Europe/Paris", "2019-03-14 05:00 Europe/Paris", "If it was in the afternoon, write  time: 17:00 Europe/Paris ; if at night,  time: 05:00 Europe/Paris")]
    public void A_small_hour_is_kept_as_written_and_told(string line, string when, string fix)
    {
        var reading = Read(line);

        Assert.Equal((when, "time-at-night", fix), (When(reading), Assert.Single(reading.Problems).Rule, reading.Problems[0].Fix));
    }

    [Theory]
    [InlineData("time: 02:30", "2019-03-14 02:30")]
    [InlineData("time: 2:30 am", "2019-03-14 02:30")]
    [InlineData("time: 2:30-4:00 a.m.", "2019-03-14 02:30-04:00")]
    [InlineData("time: 2:30pm", "2019-03-14 14:30")]
    [InlineData("date: 2019-03-14T02:30:00Z", "2019-03-14 02:30 +00:00")]
    [InlineData("time: 9:30-11", "2019-03-14")]
    [InlineData("time: 7:00", "2019-03-14 07:00")]
    [InlineData("time: 6:30-12:00", "2019-03-14 06:30-12:00")]
    public void An_hour_that_says_what_it_means_is_not_told_to_be_at_night(string line, string when)
    {
        var reading = Read(line);

        Assert.Equal(when, When(reading));
        Assert.DoesNotContain(reading.Problems, p => p.Rule == "time-at-night");
    }

    [Theory]
    [InlineData("date: 2019-03-14 11:00-12:00", "2019-03-14 11:00-12:00")]
    [InlineData("date: 2019-03-14 09:00-10:30", "2019-03-14 09:00-10:30")]
    [InlineData("date: 2019-03-14 11:00 - 12:00", "2019-03-14 11:00-12:00")]
    [InlineData("time: 09:00-10:30", "2019-03-14 09:00-10:30")]
    [InlineData("date: 2019-03-14T11:00-05:00", "2019-03-14 11:00 -05:00")]
    [InlineData("date: 2019-03-14T11:00-12:00", "2019-03-14 11:00 -12:00")]
    [InlineData("date: 2019-03-14 11:00:00-12:00", "2019-03-14 11:00 -12:00")]
    [InlineData("date: 2019-03-14 11:00 -12:00", "2019-03-14 11:00 -12:00")]
    [InlineData("date: 2019-03-14 11:00-05:00", "2019-03-14 11:00 -05:00")]
    [InlineData("time: 10:00 -05:00", "2019-03-14 10:00 -05:00")]
    public void A_hyphen_between_two_times_is_an_offset_only_where_programs_write_one(string line, string when) => Assert.Equal(when, When(Read(line)));

    [Fact]
    public void An_end_that_lies_before_the_beginning_is_no_offset()
    {
        var reading = Read("time: 12:30-02:00");

        Assert.Equal(("2019-03-14 12:30", "end-before-start"), (When(reading), Assert.Single(reading.Problems).Rule));
    }

    [Theory]
    [InlineData("time: 10:00 America/New_York", "2019-03-14 10:00 America/New_York")]
    [InlineData("date: 2018-05-05 10:00 America/Chicago", "2018-05-05 10:00 America/Chicago")]
    [InlineData("time: 10:00 am America/Port-au-Prince", "2019-03-14 10:00 America/Port-au-Prince")]
    public void America_is_no_morning(string line, string when) => Assert.Equal(when, When(Read(line)));

    [Theory]
    [InlineData("timezone: Europe/Paris\ndate: 2019-03-14T14:00Z", "2019-03-14 15:00 Europe/Paris")]
    [InlineData("timezone: Europe/Paris\ndate: 2019-07-14T14:00Z\nend: 15:30Z", "2019-07-14 16:00-17:30 Europe/Paris")]
    [InlineData("timezone: Europe/Paris\ndate: 2019-03-14T23:30Z\nend: 01:30", "2019-03-15 00:30-01:30 Europe/Paris")]
    [InlineData("timezone: Europe/Paris\ndate: 2019-03-14 22:30-23:30 GMT", "2019-03-14..2019-03-15 23:30-00:30 Europe/Paris")]
    [InlineData("timezone: Europe/Paris\ndate: 2019-07-14 10:00 America/Chicago", "2019-07-14 17:00 Europe/Paris")]
    [InlineData("timezone: Europe/Paris\ntime: 14:00 +05:00", "2019-03-14 10:00 Europe/Paris")]
    [InlineData("timezone: Europe/Paris\ndate: 2019-03\ntime: 14:00 +05:00", "2019-03 14:00 +05:00")]
    [InlineData("timezone: Europe/Paris\ndate: 9999-12-31T23:00-05:00", "9999-12-31 23:00 -05:00")]
    [InlineData("date: 2019-03-14T10:00Z\ntime: 14:00 +02:00", "2019-03-14 14:00 +02:00")]
    [InlineData("date: 2019-03-14T22:00+02:00\nend: 23:30Z", "2019-03-14..2019-03-15 22:00-01:30 +02:00")]
    [InlineData("date: 2019-03-14T22:00-05:00\nend: 04:30Z", "2019-03-14 22:00-23:30 -05:00")]
    [InlineData("date: 2019-03-14T00:30+02:00\nend: 00:15Z", "2019-03-14 00:30-02:15 +02:00")]
    [InlineData("date: 2019-03-14T10:00 Europe/Paris\nend: 10:30 Europe/London", "2019-03-14 10:00-11:30 Europe/Paris")]
    public void Times_of_several_zones_are_told_on_one_clock(string lines, string when) => Assert.Equal(when, When(Read(lines)));

    [Theory]
    [InlineData("2019-03-14 to 2019-03-15", "2019-03-14..2019-03-15")]
    [InlineData("2019-03-14 - 2019-03-15", "2019-03-14..2019-03-15")]
    [InlineData("2019-03-14–2019-03-15", "2019-03-14..2019-03-15")]
    [InlineData("2019-03-14/2019-03-15", "2019-03-14..2019-03-15")]
    [InlineData("2019-03 to 2019-04", "2019-03..2019-04")]
    [InlineData("2019-03-14 10:00 to 2019-03-15 12:00", "2019-03-14..2019-03-15 10:00-12:00")]
    [InlineData("2019-03-14T22:00+02:00/2019-03-14T23:30Z", "2019-03-14..2019-03-15 22:00-01:30 +02:00")]
    public void Two_days_may_stand_on_one_line(string written, string when) => Assert.Equal(when, When(Read($"date: {written}")));

    [Theory]
    [InlineData("Spring 2018", "Write only what is known, beginning with the year:  date: 2018")]
    [InlineData("c. 2019", "Write only what is known, beginning with the year:  date: 2019")]
    [InlineData("2018/19", "Write only what is known, beginning with the year:  date: 2018 . The last of several days stands on a line of its own, in the field  end: .")]
    [InlineData("5/5/18", "Write year-month-day:  date: 2018-05-05")]
    [InlineData("5/6/18", "Write year-month-day:  date: 2018-06-05  or  date: 2018-05-06 , whichever is meant.")]
    [InlineData("5 May 18", "Write year-month-day:  date: 2018-05-05")]
    [InlineData("Sat 5 May", "Write the year too, and begin with it:  date: YYYY-05-05")]
    [InlineData("Saturday 14/03/2019", "Write year-month-day:  date: 2019-03-14")]
    [InlineData("14 March 2019 10:30", "Write year-month-day:  date: 2019-03-14 10:30")]
    [InlineData("2019-03-14, 14:00", "Write year-month-day:  date: 2019-03-14 14:00")]
    [InlineData("Thursday 14 March 2019, 2-3.30 pm", "Write year-month-day:  date: 2019-03-14 2-3:30 pm")]
    [InlineData("1 March 2019, 2-3 pm", "Write year-month-day:  date: 2019-03-01 2-3 pm")]
    [InlineData("Thu, 14 Mar 2019 14:00:00 +0000", "Write year-month-day:  date: 2019-03-14 14:00:00 +0000")]
    [InlineData("14:00, 14 March 2019", "Write year-month-day:  date: 2019-03-14 14:00")]
    [InlineData("14/03/2019 at 14h30", "Write year-month-day:  date: 2019-03-14 14:30")]
    [InlineData("5/6/2019 14:00", "Write year-month-day:  date: 2019-06-05 14:00  or  date: 2019-05-06 14:00 , whichever is meant.")]
    [InlineData("14.03.2019 14.00", "Write year-month-day:  date: 2019-03-14 14:00")]
    [InlineData("14-15 March 2019, 14:00", "Write the first day and the last on lines of their own:  date: 2019-03-14 14:00  and  end: 2019-03-15")]
    [InlineData("14 March 2019 10:00 to 15 March 2019 12:00", "Write the first day and the last on lines of their own:  date: 2019-03-14 10:00  and  end: 2019-03-15 12:00")]
    [InlineData("2019-03-14, 2019-03-21", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-21")]
    [InlineData("2019-03-14 and 2019-03-21", "If it went on until then, write  date: 2019-03-14 to 2019-03-21 ; if it was held twice, write a file for each day.")]
    [InlineData("2019-03-14 and 2019-03-07", "Keep one day:  date: 2019-03-14 ; what was held on several days that are apart has a file for each.")]
    [InlineData("2019-03-14 14.00-15.30", "Write a colon between hours and minutes:  date: 2019-03-14 14:00-15:30")]
    [InlineData("2019-03-14 14h30", "Write a colon between hours and minutes:  date: 2019-03-14 14:30")]
    [InlineData("2019-03-14 14h-15h30", "Write a colon between hours and minutes:  date: 2019-03-14 14:00-15:30")]
    [InlineData("2019-03-14 2-3.30 pm", "Write a colon between hours and minutes:  date: 2019-03-14 2-3:30 pm")]
    [InlineData("2019-03-14 2.30 p.m.", "Write a colon between hours and minutes:  date: 2019-03-14 2:30 p.m.")]
    [InlineData("2019-03-14 25:00", "Write hours and minutes, such as  date: 2019-03-14 14:00 ; while the time is not known, the day alone:  date: 2019-03-14")]
    [InlineData("2019-03-14 14:00 BST", "Write  date: 2019-03-14 14:00 , and the zone as a place on a line of its own, such as  timezone: Europe/London")]
    [InlineData("2019/03", "Write year-month-day:  date: 2019-03")]
    [InlineData("2019-14-03", "Write year-month-day:  date: 2019-03-14")]
    [InlineData("14-15 March 2019", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-15")]
    [InlineData("28 February to 1 March 2019", "Write the first day and the last on lines of their own:  date: 2019-02-28  and  end: 2019-03-01")]
    [InlineData("14/03/2019 - 15/03/2019", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-15")]
    [InlineData("2019-03-14/15", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-15")]
    [InlineData("14/15 March 2019", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-15")]
    [InlineData("14, 15 March 2019", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-15")]
    [InlineData("14 + 15 March 2019", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-15")]
    [InlineData("14--15 March 2019", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-15")]
    [InlineData("14.-15. March 2019", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-15")]
    [InlineData("14.-15.3.2019", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-15")]
    [InlineData("14-15/03/2019", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-15")]
    [InlineData("2019-03-14--15", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-15")]
    [InlineData("2019-03-14--2019-03-15", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-15")]
    [InlineData("2019-03-14, 15", "Write the first day and the last on lines of their own:  date: 2019-03-14  and  end: 2019-03-15")]
    [InlineData("2019-03-14 to 15", "If it went on until then, write  date: 2019-03-14 to 2019-03-15 ; if it was held twice, write a file for each day.")]
    [InlineData("2019-03-14 & 15", "If it went on until then, write  date: 2019-03-14 to 2019-03-15 ; if it was held twice, write a file for each day.")]
    [InlineData("2019-03-14 to 03-15", "If it went on until then, write  date: 2019-03-14 to 2019-03-15 ; if it was held twice, write a file for each day.")]
    [InlineData("2019-03-14 to 15 March", "If it went on until then, write  date: 2019-03-14 to 2019-03-15 ; if it was held twice, write a file for each day.")]
    [InlineData("2019-03-14 2019-03-15", "If it went on until then, write  date: 2019-03-14 to 2019-03-15 ; if it was held twice, write a file for each day.")]
    [InlineData("14, 15 and 16 March 2019", "Write year-month-day:  date: 2019-03 . The last of several days stands on a line of its own, in the field  end: .")]
    [InlineData("5-6 May", "Write year, month and day in this order, with hyphens between them:  date: YYYY-MM-DD ; a month (YYYY-MM) or a year alone will do. The last of several days stands on a line of its own, in the field  end: .")]
    public void What_to_write_for_a_date_is_made_of_what_stands_there(string written, string fix)
    {
        Assert.Equal(fix, Assert.Single(Read($"date: {written}").Problems).Fix);

        // What is advised is read.
        foreach (var line in Advised().Matches(fix).Select(match => match.Value).Where(line => !line.Contains("YYYY", StringComparison.Ordinal)))
            Assert.DoesNotContain(Read(line.StartsWith("date", StringComparison.Ordinal) ? line : $"date: 2019-03-14\n{line}").Problems, problem => problem.Rule != "end-before-start");
    }

    [Theory]
    [InlineData("time: 14:00 BST", "\"BST\" in \"time\" is not a time zone the archive knows, so the time is left out.", "Write  time: 14:00 , and the zone as a place on a line of its own, such as  timezone: Europe/London")]
    [InlineData("time: 2.30pm EST", "\"EST\" in \"time\" is not a time zone the archive knows, so the time is left out.", "Write  time: 2:30pm , and the zone as a place on a line of its own, such as  timezone: Europe/London")]
    [InlineData("time: 14:00-15:30 (CEST)\ntimezone: Europe/Paris", "\"CEST\" in \"time\" is not a time zone the archive knows, so the time is left out.", "Write  time: 14:00-15:30 ; the zone stands in \"timezone\".")]
    [InlineData("time: 25:00 PM", "\"25:00 PM\" in \"time\" is not a time the archive can read; it is left out.", "Write hours and minutes, such as  14:00  or  2:00 pm ; leave the field empty while the time is not known.")]
    public void A_zone_of_letters_is_named_as_the_cause(string lines, string cause, string fix) =>
        Assert.Equal((cause, fix), Assert.Single(Read(lines).Problems) is var problem ? (problem.Cause, problem.Fix) : default);

    [Fact]
    public void A_second_day_is_not_called_a_time() =>
        Assert.Equal("\"and 2019-03-21\" in \"date\" is another date, not a time; it is left out.", Assert.Single(Read("date: 2019-03-14 and 2019-03-21").Problems).Cause);

    [Theory]
    [InlineData("date: 2019-03-14 14:00\ntime: 15:00", "If 15:00 is right, write the day alone:  date: 2019-03-14 ; otherwise delete the line  time: .")]
    [InlineData("date: 2019-03-14T10:00Z\ntime: 14:00 +02:00", "If 14:00 is right, write the day alone:  date: 2019-03-14 ; otherwise delete the line  time: .")]
    [InlineData("date: 2019-03-14T12:00Z\ntime: 14:00 +02:00", null)]
    [InlineData("date: 2019-03-14 14:00\ntime: 14:00-15:00", null)]
    [InlineData("date: 2019-03-14 00:00:00\ntime: 15:00", null)]
    public void Two_times_of_one_beginning_are_told(string lines, string? fix) => Assert.Equal(fix, Read(lines).Problems.SingleOrDefault()?.Fix);

    [Theory]
    [InlineData("end: 2019-03-41", "There is no day \"2019-03-41\" in the calendar; \"end\" is left out.")]
    [InlineData("end: 15/3/2019", "\"15/3/2019\" is not a day the archive can read; \"end\" is left out.")]
    [InlineData("end: Week 12", "\"Week 12\" in \"end\" is not a time the archive can read; it is left out.")]
    public void What_is_wrong_with_an_end_is_told(string line, string cause) => Assert.Equal(cause, Assert.Single(Read(line).Problems).Cause);

    [Theory]
    [InlineData("seminars/20190315-knots.md", "The seminar has no date; the file's name begins with 20190315, which is not read as one.")]
    [InlineData("seminars/2019-02-30-knots.md", "The seminar has no date; the file's name begins with 2019-02-30, which is no day of the calendar.")]
    [InlineData("seminars/12345678-knots.md", "The seminar has no date.")]
    public void A_name_that_nearly_begins_with_a_date_is_told(string path, string cause) => Assert.Equal(cause, Assert.Single(Read("id: S-7", path).Problems).Cause);

    [Theory]
    [InlineData("posted: 2031-01", "2031-01-01")]
    [InlineData("posted: 2031", "2031-01-01")]
    [InlineData("posted: 2031-01-05 10:00:00 +02:00", "2031-01-05")]
    [InlineData("published: 2031-01", "2031-01-01")]
    [InlineData("published: ２０３１", "2031-01-01")]
    [InlineData("published: [2031-01-05]", "2031-01-05")]
    [InlineData("published: 1", null)]
    [InlineData("posted: 2019-04-01\npublished: 2031-01-01", "2031-01-01")]
    [InlineData("publishDate: 2031-01-01", "2031-01-01")]
    [InlineData("updated: 2031-01", null)]
    public void A_day_of_posting_may_be_a_month_or_a_year(string lines, string? posted) =>
        Assert.Equal(posted, Read(lines).Seminar!.Posted?.ToString("yyyy-MM-dd", null));

    [Theory]
    [InlineData("posted: 1 January 2031", "date-unreadable")]
    [InlineData("posted: 01/02/2031", "date-unreadable")]
    [InlineData("posted: soon", "date-unreadable")]
    [InlineData("posted: 2031-02-30", "date-impossible")]
    [InlineData("published: 1 January 2031", "date-unreadable")]
    [InlineData("posted: 2019-04-01\npublished: 1 January 2031", "date-unreadable")]
    [InlineData("published: not yet", "yes-or-no")]
    [InlineData("draft: maybe", "yes-or-no")]
    [InlineData("draft: x", "yes-or-no")]
    [InlineData("draft: 2031-01-01", "yes-or-no")]
    public void What_may_keep_a_seminar_off_the_site_and_cannot_be_read_keeps_it_off(string lines, string rule)
    {
        var reading = Read(lines);

        Assert.Null(reading.Seminar);
        Assert.Equal([rule], reading.Problems.Select(problem => problem.Rule));
    }

    [Theory]
    [InlineData("private: true", "field-hides")]
    [InlineData("hidden: yes", "field-hides")]
    [InlineData("visibility: hidden", "field-hides")]
    [InlineData("Visibility: [private]", "field-hides")]
    [InlineData("state: draft", "field-hides")]
    [InlineData("expiryDate: 2019-04-01", "field-expires")]
    [InlineData("private: false", "field-unknown")]
    [InlineData("state: Ohio", "field-unknown")]
    [InlineData("expiryDate: None", "field-unknown")]
    public void What_keeps_a_page_off_other_sites_is_told(string line, string rule)
    {
        var reading = Read(line);

        Assert.Equal([rule], reading.Problems.Select(problem => problem.Rule));
        Assert.Equal(rule != "field-hides", reading.Seminar is not null);
    }

    [Fact]
    public void Two_names_of_a_time_are_told_once() =>
        Assert.Equal(["field-twice"], Read("time: 14:00\nfrom: 15:00\nend: 15:30").Problems.Select(problem => problem.Rule));

    [Fact]
    public void Any_dates_are_read_or_explained() =>
        Gen.Select(Fields, Fields).Sample((a, b) =>
        {
            var reading = Read($"{a}\n{b}");
            return (reading.Seminar is null) == reading.Problems.Any(problem => problem.Severity == Severity.Error) && reading.Problems.All(problem => problem.Fix.Length > 0);
        }, iter: 20_000);

    [GeneratedRegex(@"(?<=  )(date|end): [0-9].*?(?=  | [;,.]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Advised();

    private static Gen<string> Fields { get; } =
        Gen.Select(Pick("date", "time", "end", "to", "timezone", "posted", "published", "updated", "draft"), Pieces.List[0, 6], (name, pieces) => $"{name}: {string.Concat(pieces)}");

    private static Gen<string> Pieces => Pick(
        "2019-03-14", "0001-01-01", "9999-12-31", "2019-03", "2019", "31", "5", "14:00", "23:59:59", "00:00", "3:30", "12", "１４:００", "٣", "²", "pm", " am", "T", "Z", " ", "  ", "-", " - ", "–", " to ", "/", ":", ".",
        "+14:00", "-05:00", "+0530", "UTC", "Europe/Paris", "America/New_York", "March", "Sat", "\u200B", "\u2011", "true", "not yet");

    private static Gen<string> Pick(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    // "2019-03-14..2019-03-15 14:00-15:30 Europe/Paris", without what there is not.
    private static string When(Reading reading)
    {
        Assert.True(reading.Seminar is not null, string.Join("\n", reading.Problems));
        var seminar = reading.Seminar;
        return $"{seminar.Date}{(seminar.EndDate is { } last ? $"..{last}" : "")} {seminar.Time:HH:mm}{(seminar.EndTime is { } end ? $"-{end:HH:mm}" : "")} {seminar.TimeZone}".Trim();
    }

    // Without a date of its own it is held on 14 March 2019.
    private static Reading Read(string lines, string path = "seminars/x.md")
    {
        var date = lines.Contains("date:", StringComparison.Ordinal) || path != "seminars/x.md" ? "" : "date: 2019-03-14\n";
        return SeminarReader.Read(path, Encoding.UTF8.GetBytes($"---\ntitle: Knots\n{date}{lines}\n---\n"));
    }
}
