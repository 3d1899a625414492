using SeminarArchive.Store;

namespace SeminarArchive.Tests.Store;

public class SchemaVersionTests
{
    [Fact]
    public void Changes_with_the_tables_so_that_no_start_answers_from_old_ones() => Assert.Equal(ArchiveFile.SchemaVersion, ArchiveFile.Fingerprint());
}
