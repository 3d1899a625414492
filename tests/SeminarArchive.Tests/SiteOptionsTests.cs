using Microsoft.Extensions.Configuration;
using SeminarArchive.Web;

namespace SeminarArchive.Tests;

public class SiteOptionsTests
{
    [Theory]
    [InlineData("Title", " ", "Site:Title is empty; write the name of the archive.")]
    [InlineData("PageSize", "0", "Site:PageSize is 0; write a number from 1 to 200.")]
    [InlineData("PageSize", "201", "Site:PageSize is 201; write a number from 1 to 200.")]
    [InlineData("PageSize", "many", "Site:PageSize is \"many\"; write a whole number, such as 20.")]
    [InlineData("PageSize", "2.5", "Site:PageSize is \"2.5\"; write a whole number, such as 20.")]
    [InlineData("CacheMegabytes", "much", "Site:CacheMegabytes is \"much\"; write a whole number, such as 256.")]
    [InlineData("CacheMegabytes", "-1", "Site:CacheMegabytes is -1; write a number from 0 to 100000.")]
    [InlineData("PollInterval", "often", "Site:PollInterval is \"often\"; write a time, such as 00:00:05.")]
    [InlineData("PollInterval", "00:00:00", "Site:PollInterval is 00:00:00; write a time such as 00:00:05, from half a second to an hour.")]
    [InlineData("Watch", "perhaps", "Site:Watch is \"perhaps\"; write true or false.")]
    [InlineData("TimeZone", "London", "Site:TimeZone \"London\" is not known; write an IANA name, such as Europe/London.")]
    [InlineData("TimeZone", "", "Site:TimeZone \"\" is not known; write an IANA name, such as Europe/London.")]
    [InlineData("Language", "British English", "Site:Language \"British English\" is not a language tag; write one such as en-GB.")]
    [InlineData("Language", "en\"><script>", "Site:Language \"en\"><script>\" is not a language tag; write one such as en-GB.")]
    [InlineData("BaseUrl", "seminars.example.org", "Site:BaseUrl \"seminars.example.org\" is not the address of a site; write one such as https://seminars.example.org, without a path.")]
    [InlineData("BaseUrl", "ftp://example.org", "Site:BaseUrl \"ftp://example.org\" is not the address of a site; write one such as https://seminars.example.org, without a path.")]
    [InlineData("BaseUrl", "https://example.org/seminars", "Site:BaseUrl \"https://example.org/seminars\" is not the address of a site; write one such as https://seminars.example.org, without a path.")]
    [InlineData("BaseUrl", "https://example.org/?a=b", "Site:BaseUrl \"https://example.org/?a=b\" is not the address of a site; write one such as https://seminars.example.org, without a path.")]
    [InlineData("BaseUrl", "https://me:secret@example.org", "Site:BaseUrl \"https://me:secret@example.org\" is not the address of a site; write one such as https://seminars.example.org, without a path.")]
    [InlineData("AdminEmail", "library", "Site:AdminEmail \"library\" is no mail address; write one such as library@example.org, or nothing.")]
    [InlineData("AdminEmail", "library@localhost", "Site:AdminEmail \"library@localhost\" is no mail address; write one such as library@example.org, or nothing.")]
    [InlineData("AdminEmail", "The Library <library@example.org>", "Site:AdminEmail \"The Library <library@example.org>\" is no mail address; write one such as library@example.org, or nothing.")]
    [InlineData("ContentPath", "/no/such/folder", "Site:ContentPath \"/no/such/folder\" is no folder; write the path of the folder that holds seminars/.")]
    public void Says_what_is_wrong_and_what_to_write_instead(string name, string value, string message) =>
        Assert.Equal(message, Assert.Throws<SiteOptionsException>(() => From((name, value))).Message);

    [Fact]
    public void A_data_folder_that_cannot_be_made_is_named()
    {
        var file = Path.GetTempFileName();
        Assert.Equal($"Site:DataPath \"{file}\" cannot be written to; write the path of a folder in which this program may make files.",
            Assert.Throws<SiteOptionsException>(() => From(("DataPath", file)).MakeDataFolder()).Message);
        File.Delete(file);
    }

    [Fact]
    public void Says_everything_at_once() =>
        Assert.Equal(3, Assert.Throws<SiteOptionsException>(() => From(("Title", ""), ("PageSize", "0"), ("TimeZone", "x"))).Message.Split('\n').Length);

    [Fact]
    public void Takes_what_is_good()
    {
        var options = From(("Title", "Seminars"), ("PageSize", "200"), ("TimeZone", "Pacific/Auckland"), ("Language", "pt-BR"), ("BaseUrl", "https://seminars.example.org/"));

        Assert.Equal(("Seminars", 200, "Pacific/Auckland", "pt-BR", "https://seminars.example.org"), (options.Title, options.PageSize, options.Zone.Id, options.Language, options.BaseUrl));
        Assert.True(Path.IsPathRooted(options.ContentPath) && Path.IsPathRooted(options.DataPath));
    }

    [Theory]
    [InlineData("america/argentina/buenos_aires", "America/Argentina/Buenos_Aires")]
    [InlineData("EUROPE/LONDON", "Europe/London")]
    public void A_time_zone_may_be_written_in_any_capitals(string written, string spelling) => Assert.Equal((spelling, spelling), (From(("TimeZone", written)).TimeZone, From(("TimeZone", written)).Zone.Id));

    [Fact]
    public void Needs_nothing() => Assert.Equal(("Seminar Archive", 20, "Europe/London"), (From().Title, From().PageSize, From().TimeZone));

    [Fact]
    public async Task The_public_address_is_the_one_that_pages_give()
    {
        await using var site = await Site.With([("Site:BaseUrl", "https://seminars.example.org"), ("Site:Title", "Our Seminars")], Post.Seminar("knots"));

        var page = await site.GetPageAsync("/seminars/knots/");

        Assert.Equal(["https://seminars.example.org/seminars/knots/"], page.Links("link[rel=canonical]"));
        Assert.Equal("knots [Seminar presentation]. (2020, February 13). Our Seminars. https://seminars.example.org/seminars/knots/", page.Texts(".cite .txt").First());
    }

    private static SiteOptions From(params (string Name, string Value)[] settings) =>
        SiteOptions.From(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>("Site:" + s.Name, s.Value))).Build());
}
