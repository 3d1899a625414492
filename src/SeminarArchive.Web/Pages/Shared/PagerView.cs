using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Shared;

/// <summary>The links between the pages of a list.</summary>
/// <param name="Years">The list by year, when the links shall say which years they lead to.</param>
public sealed record PagerView(int Number, int Pages, string Address, SeminarPage? Years, string Query = "")
{
    public PagerView(SeminarPage page, string address, SeminarPage? years)
        : this(page.Number, page.Pages, address, years)
    {
    }

    /// <summary>The first, the last, and those around this one; 0 stands for a gap.</summary>
    public IEnumerable<int> Numbers
    {
        get
        {
            var near = Enumerable.Range(1, Math.Min(6, Pages)).Concat(Enumerable.Range(Number - 2, 5)).Concat(Enumerable.Range(Pages - 5, 6))
                .Where(n => n >= 1 && n <= Pages && (n == 1 || n == Pages || Math.Abs(n - Number) <= 2 || (Number <= 4 && n <= 6) || (Number > Pages - 4 && n > Pages - 6)))
                .Distinct().Order();
            var last = 0;
            foreach (var n in near)
            {
                if (n == last + 2) yield return n - 1;
                else if (n > last + 2) yield return 0;
                yield return n;
                last = n;
            }
        }
    }

    public string AddressOf(int number) => Addresses.Numbered(Address, number) + Query;

    /// <summary><c>2019–2017</c>, or <c>2019</c>; empty when the years are not told.</summary>
    public string YearsOn(int number)
    {
        if (Years is null) return "";
        var (newest, oldest) = Years.YearsOn(number);
        return newest == oldest ? $"{newest}" : $"{newest}–{oldest}";
    }
}
