namespace SeminarArchive.BrowserTests;

/// <summary>One page of each kind that the archive has, over the demonstration content.</summary>
/// <param name="Current">Text and value of the navigation's <c>aria-current</c>, such as <c>Years=true</c>.</param>
public sealed record PageType(string Name, string Address, string? Current = null, int Status = 200)
{
    public static IReadOnlyList<PageType> All { get; } =
    [
        new("front", "/", "Seminars=page"),
        new("front-2", "/page/2/", "Seminars=true"),
        new("seminar", "/seminars/the-patient-role-in-developing-healthcare-leaders/", "Seminars=true"),
        new("seminar-six-speakers", "/seminars/six-wards-one-question/", "Seminars=true"),
        new("seminar-arabic", "/seminars/compassionate-leadership-in-crisis/", "Seminars=true"),
        new("seminar-japanese", "/seminars/mimamoru-leadership/", "Seminars=true"),
        new("seminar-upcoming", "/seminars/listening-after-midnight/", "Seminars=true"),
        new("seminar-cancelled", "/seminars/reverse-mentoring-in-practice/", "Seminars=true"),
        new("seminar-withdrawn", "/seminars/the-leadership-of-small-hospitals/", "Seminars=true", 410),
        new("author", "/author/lucy-chapman/"),
        new("authors", "/authors/"),
        new("category", "/category/patient-voice/", "Categories=true"),
        new("categories", "/categories/", "Categories=page"),
        new("speaker", "/speaker/amal-haddad/", "Speakers=true"),
        new("speakers", "/speakers/", "Speakers=page"),
        new("affiliation", "/affiliation/northmoor-university-hospitals/"),
        new("affiliations", "/affiliations/"),
        new("tag", "/tag/leadership/"),
        new("tags", "/tags/"),
        new("year", "/2020/", "Years=true"),
        new("years", "/years/", "Years=page"),
        new("month", "/2017/05/", "Years=true"),
        new("all", "/all/", "Years=true"),
        new("about", "/about/", "About=page"),
        new("api", "/api/"),
        new("search-empty", "/search/"),
        new("search-results", "/search/?q=leadership"),
        new("search-narrowed", "/search/?q=leadership&year=2020&category=previous-seminars"),
        new("search-corrected", "/search/?q=compasionate+leadershp"),
        new("search-nothing", "/search/?q=zyzzyva"),
        new("not-found", "/seminars/no-such-seminar/", null, 404),
    ];

    /// <summary>For theories: the names alone, so that a failed test names its page.</summary>
    public static TheoryData<string> Names => new(All.Select(p => p.Name));

    public static PageType Of(string name) => All.Single(p => p.Name == name);
}
