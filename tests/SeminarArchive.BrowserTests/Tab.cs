using Microsoft.Playwright;

namespace SeminarArchive.BrowserTests;

/// <summary>What the tests ask of a tab.</summary>
public static class Tab
{
    extension(IPage page)
    {
        /// <summary>Goes to a page, which must answer as its type says.</summary>
        public async Task<IResponse> OpenAsync(PageType type)
        {
            var answer = await page.GotoAsync(type.Address);
            Assert.Equal((type.Address, type.Status), (type.Address, answer!.Status));
            return answer;
        }

        public Task<IResponse> OpenAsync(string name) => page.OpenAsync(PageType.Of(name));
    }
}
