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

        /// <summary>
        /// Waits until the tab is at an address of the site and the page there is complete. The browser is asked again and again:
        /// <c>WaitForURLAsync</c> waits in vain for an arrival between its look at the address and its wait for the next one.
        /// </summary>
        public async Task ArrivesAtAsync(string address)
        {
            await Assertions.Expect(page).ToHaveURLAsync(address, new() { Timeout = BrowsedSite.Patience });
            await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
        }
    }
}
