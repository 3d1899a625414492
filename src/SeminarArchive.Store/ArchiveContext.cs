using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>The tables of the archive as EF sees them.</summary>
public sealed class ArchiveContext(DbContextOptions<ArchiveContext> options) : DbContext(options)
{
    public DbSet<Seminar> Seminars => Set<Seminar>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Category> Categories => Set<Category>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<Affiliation> Affiliations => Set<Affiliation>();

    public DbSet<Alias> Aliases => Set<Alias>();

    public DbSet<PersonAlias> PersonAliases => Set<PersonAlias>();

    public DbSet<PeopleFile> PeopleFiles => Set<PeopleFile>();

    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();

    public DbSet<Tombstone> Tombstones => Set<Tombstone>();

    public DbSet<ContentPage> ContentPages => Set<ContentPage>();

    public DbSet<SourceFile> SourceFiles => Set<SourceFile>();

    public DbSet<MediaFile> MediaFiles => Set<MediaFile>();

    public DbSet<ArchiveState> States => Set<ArchiveState>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Seminar>(s =>
        {
            s.Property(x => x.Id).ValueGeneratedNever();
            s.Ignore(x => x.Date).Ignore(x => x.EndDate).Ignore(x => x.Obtainable);
            s.HasIndex(x => x.Path).IsUnique();
            s.HasIndex(x => x.Slug).IsUnique();
            s.HasIndex(x => new { x.Status, x.SortKey, x.Slug, x.EndsAt, x.Year, x.HasSlides, x.HasRecording }).IsDescending(false, true, false, false, false, false, false);
            s.HasIndex(x => new { x.Status, x.Year, x.Month, x.SortKey, x.Slug, x.EndsAt }).IsDescending(false, true, true, true, false, false);
            s.HasIndex(x => new { x.Status, x.PublishedKey, x.Key });
            s.HasIndex(x => new { x.Status, x.EndsAt });
            s.HasIndex(x => x.DueAt);
            s.HasIndex(x => x.ExternalId);
            s.HasIndex(x => x.Key).IsUnique();
            s.HasIndex(x => new { x.ChangedAt, x.Key, x.Status, x.WasPublic, x.Year });
            s.HasQueryFilter(x => x.Status == SeminarStatus.Published);
            s.HasOne(x => x.Text).WithOne().HasForeignKey<SeminarText>(x => x.SeminarId);
            s.HasMany(x => x.Speakers).WithOne().HasForeignKey(x => x.SeminarId);
            s.HasMany(x => x.Resources).WithOne().HasForeignKey(x => x.SeminarId);
            s.HasMany(x => x.Authors).WithMany().UsingEntity<SeminarAuthor>(
                r => r.HasOne<Author>().WithMany().HasForeignKey(x => x.AuthorId), l => l.HasOne<Seminar>().WithMany().HasForeignKey(x => x.SeminarId));
            s.Ignore(x => x.Categories);
            s.HasMany(x => x.CategoryLinks).WithOne().HasForeignKey(x => x.SeminarId);
            s.HasMany(x => x.Tags).WithMany().UsingEntity<SeminarTag>(
                r => r.HasOne<Tag>().WithMany().HasForeignKey(x => x.TagId), l => l.HasOne<Seminar>().WithMany().HasForeignKey(x => x.SeminarId));
        });
        modelBuilder.Entity<SeminarText>().HasKey(x => x.SeminarId);
        modelBuilder.Entity<SeminarText>().Property(x => x.SeminarId).ValueGeneratedNever();
        modelBuilder.Entity<SeminarSignature>().HasKey(x => x.SeminarId);
        modelBuilder.Entity<SeminarSignature>().Property(x => x.SeminarId).ValueGeneratedNever();
        modelBuilder.Entity<Word>().ToTable("Words").HasKey(x => x.Text);
        modelBuilder.Entity<SeminarSpeaker>(s =>
        {
            s.HasKey(x => new { x.SeminarId, x.Position });
            s.HasIndex(x => new { x.PersonId, x.SeminarId });
            s.HasIndex(x => new { x.AffiliationId, x.SeminarId });
            // Names that are tied to others by an iD: few, and those for which all speakers must be looked at.
            s.HasIndex(x => x.NameSlug).HasFilter("\"Orcid\" IS NOT NULL");
            s.HasOne<Affiliation>().WithMany().HasForeignKey(x => x.AffiliationId);
        });
        modelBuilder.Entity<SeminarCategory>().HasKey(x => new { x.CategoryId, x.SeminarId });
        modelBuilder.Entity<SeminarCategory>().HasOne(x => x.Category).WithMany().HasForeignKey(x => x.CategoryId);
        modelBuilder.Entity<SeminarResource>().HasKey(x => new { x.SeminarId, x.Position });
        modelBuilder.Entity<Alias>().HasKey(x => new { x.Address, x.SeminarId });
        modelBuilder.Entity<PersonAlias>().HasKey(x => x.Address);
        modelBuilder.Entity<PeopleFile>().HasKey(x => x.Path);
        modelBuilder.Entity<FormerSlug>().HasKey(x => x.Slug);
        modelBuilder.Entity<FormerSlug>().HasIndex(x => x.SeminarId);
        modelBuilder.Entity<Tombstone>().HasKey(x => x.Slug);
        modelBuilder.Entity<Tombstone>().Ignore(x => x.Date);
        modelBuilder.Entity<Tombstone>().HasIndex(x => x.SeminarId);
        modelBuilder.Entity<Tombstone>().HasIndex(x => x.Key);
        modelBuilder.Entity<Tombstone>().HasIndex(x => new { x.RemovedAt, x.Key });
        modelBuilder.Entity<SourceFile>().HasKey(x => x.Path);
        modelBuilder.Entity<SourceFile>().HasIndex(x => x.SlugTaken).HasFilter("\"SlugTaken\"");
        modelBuilder.Entity<MediaFile>().HasKey(x => x.Path);
        modelBuilder.Entity<ContentPage>().HasKey(x => x.Path);
        modelBuilder.Entity<ArchiveState>().Property(x => x.Id).ValueGeneratedNever();
        modelBuilder.Entity<Person>().Ignore(x => x.Spellings);
        AddHeading<Person>(modelBuilder);
        AddHeading<Author>(modelBuilder);
        AddHeading<Category>(modelBuilder);
        AddHeading<Tag>(modelBuilder);
        AddHeading<Affiliation>(modelBuilder);
    }

    private static void AddHeading<T>(ModelBuilder modelBuilder)
        where T : Heading
    {
        modelBuilder.Entity<T>().Property(x => x.Id).ValueGeneratedNever();
        modelBuilder.Entity<T>().Ignore(x => x.Initial);
        modelBuilder.Entity<T>().HasIndex(x => x.Slug).IsUnique();
        modelBuilder.Entity<T>().HasIndex(x => x.SortKey);
    }
}
