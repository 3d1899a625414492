using SeminarArchive.Store;
using SeminarArchive.Tests.Content;

namespace SeminarArchive.Tests.Store;

public class SchemaVersionTests
{
    /// <summary>With the variable <c>UPDATE_SCHEMA</c> the test writes the file anew, as is to be done after the model was changed.</summary>
    [Fact]
    public void What_is_written_down_of_the_tables_is_what_the_model_says()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") is not null) File.WriteAllText(Path.Combine(Repository.Root!, "src/SeminarArchive.Store/schema.sql"), ArchiveFile.SchemaOfModel());

        Assert.Equal(ArchiveFile.SchemaOfModel(), ArchiveFile.Schema);
    }
}
