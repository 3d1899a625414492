CREATE TABLE "Affiliations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Affiliations" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "SortKey" TEXT NOT NULL,
    "Count" INTEGER NOT NULL
);


CREATE TABLE "Authors" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Authors" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "SortKey" TEXT NOT NULL,
    "Count" INTEGER NOT NULL
);


CREATE TABLE "Categories" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Categories" PRIMARY KEY,
    "DescriptionHtml" TEXT NULL,
    "DescriptionText" TEXT NULL,
    "Slug" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "SortKey" TEXT NOT NULL,
    "Count" INTEGER NOT NULL
);


CREATE TABLE "ContentPages" (
    "Path" TEXT NOT NULL CONSTRAINT "PK_ContentPages" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Title" TEXT NULL,
    "Html" TEXT NOT NULL,
    "Text" TEXT NOT NULL
);


CREATE TABLE "FormerSlugs" (
    "Slug" TEXT NOT NULL CONSTRAINT "PK_FormerSlugs" PRIMARY KEY,
    "SeminarId" INTEGER NOT NULL
);


CREATE TABLE "MediaFiles" (
    "Path" TEXT NOT NULL CONSTRAINT "PK_MediaFiles" PRIMARY KEY,
    "Length" INTEGER NOT NULL,
    "Modified" INTEGER NOT NULL,
    "Sample" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL
);


CREATE TABLE "People" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_People" PRIMARY KEY,
    "Orcid" TEXT NULL,
    "Website" TEXT NULL,
    "File" TEXT NULL,
    "BiographyHtml" TEXT NULL,
    "Variants" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "SortKey" TEXT NOT NULL,
    "Count" INTEGER NOT NULL
);


CREATE TABLE "PeopleFiles" (
    "Path" TEXT NOT NULL CONSTRAINT "PK_PeopleFiles" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Aliases" TEXT NOT NULL,
    "OldAddresses" TEXT NOT NULL,
    "Orcid" TEXT NULL,
    "Website" TEXT NULL,
    "Ignore" TEXT NOT NULL,
    "BiographyHtml" TEXT NOT NULL,
    "BiographyText" TEXT NOT NULL
);


CREATE TABLE "Seminars" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Seminars" PRIMARY KEY,
    "Path" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "ExternalId" TEXT NULL,
    "Key" TEXT NOT NULL,
    "PostAddress" TEXT NULL,
    "Hash" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "OriginalTitle" TEXT NULL,
    "DateKey" INTEGER NOT NULL,
    "EndDateKey" INTEGER NULL,
    "SortKey" INTEGER NOT NULL,
    "PublishedKey" INTEGER NOT NULL,
    "Year" INTEGER NOT NULL,
    "Month" INTEGER NOT NULL,
    "Time" TEXT NULL,
    "EndTime" TEXT NULL,
    "TimeZone" TEXT NULL,
    "EndsAt" INTEGER NOT NULL,
    "BeginsAt" INTEGER NOT NULL,
    "Doi" TEXT NULL,
    "Location" TEXT NULL,
    "Language" TEXT NULL,
    "Posted" TEXT NULL,
    "Updated" TEXT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "WasPublic" INTEGER NOT NULL,
    "Status" INTEGER NOT NULL,
    "DueAt" INTEGER NULL,
    "EventStatus" INTEGER NOT NULL,
    "Reason" TEXT NULL,
    "Summary" TEXT NOT NULL,
    "HasSlides" INTEGER NOT NULL,
    "HasRecording" INTEGER NOT NULL
);


CREATE TABLE "SeminarSignature" (
    "SeminarId" INTEGER NOT NULL CONSTRAINT "PK_SeminarSignature" PRIMARY KEY,
    "Marks" BLOB NOT NULL
);


CREATE TABLE "SourceFiles" (
    "Path" TEXT NOT NULL CONSTRAINT "PK_SourceFiles" PRIMARY KEY,
    "Hash" TEXT NOT NULL,
    "Length" INTEGER NOT NULL,
    "Modified" INTEGER NOT NULL,
    "Slug" TEXT NULL,
    "SlugTaken" INTEGER NOT NULL,
    "Problems" TEXT NULL
);


CREATE TABLE "States" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_States" PRIMARY KEY,
    "Edition" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Digest" TEXT NOT NULL,
    "SeminarsDigest" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "SeededAt" INTEGER NOT NULL,
    "Zone" TEXT NOT NULL
);


CREATE TABLE "Tags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Tags" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "SortKey" TEXT NOT NULL,
    "Count" INTEGER NOT NULL
);


CREATE TABLE "Tombstones" (
    "Slug" TEXT NOT NULL CONSTRAINT "PK_Tombstones" PRIMARY KEY,
    "SeminarId" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "DateKey" INTEGER NOT NULL,
    "Speakers" TEXT NOT NULL,
    "Categories" TEXT NOT NULL,
    "RemovedAt" INTEGER NOT NULL
);


CREATE TABLE "Words" (
    "Text" TEXT NOT NULL CONSTRAINT "PK_Words" PRIMARY KEY,
    "Count" INTEGER NOT NULL
);


CREATE TABLE "PersonAliases" (
    "Address" TEXT NOT NULL CONSTRAINT "PK_PersonAliases" PRIMARY KEY,
    "PersonId" INTEGER NOT NULL,
    CONSTRAINT "FK_PersonAliases_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Aliases" (
    "Address" TEXT NOT NULL,
    "SeminarId" INTEGER NOT NULL,
    CONSTRAINT "PK_Aliases" PRIMARY KEY ("Address", "SeminarId"),
    CONSTRAINT "FK_Aliases_Seminars_SeminarId" FOREIGN KEY ("SeminarId") REFERENCES "Seminars" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SeminarAuthor" (
    "SeminarId" INTEGER NOT NULL,
    "AuthorId" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    CONSTRAINT "PK_SeminarAuthor" PRIMARY KEY ("AuthorId", "SeminarId"),
    CONSTRAINT "FK_SeminarAuthor_Authors_AuthorId" FOREIGN KEY ("AuthorId") REFERENCES "Authors" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_SeminarAuthor_Seminars_SeminarId" FOREIGN KEY ("SeminarId") REFERENCES "Seminars" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SeminarCategory" (
    "SeminarId" INTEGER NOT NULL,
    "CategoryId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    CONSTRAINT "PK_SeminarCategory" PRIMARY KEY ("CategoryId", "SeminarId"),
    CONSTRAINT "FK_SeminarCategory_Categories_CategoryId" FOREIGN KEY ("CategoryId") REFERENCES "Categories" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_SeminarCategory_Seminars_SeminarId" FOREIGN KEY ("SeminarId") REFERENCES "Seminars" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SeminarResource" (
    "SeminarId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Type" TEXT NOT NULL,
    "Label" TEXT NULL,
    "Url" TEXT NOT NULL,
    "Size" INTEGER NULL,
    CONSTRAINT "PK_SeminarResource" PRIMARY KEY ("SeminarId", "Position"),
    CONSTRAINT "FK_SeminarResource_Seminars_SeminarId" FOREIGN KEY ("SeminarId") REFERENCES "Seminars" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SeminarSpeaker" (
    "SeminarId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "PersonId" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "NameSlug" TEXT NOT NULL,
    "PersonSlug" TEXT NOT NULL,
    "Affiliation" TEXT NULL,
    "AffiliationId" INTEGER NULL,
    "AffiliationSlug" TEXT NULL,
    "Url" TEXT NULL,
    "Orcid" TEXT NULL,
    CONSTRAINT "PK_SeminarSpeaker" PRIMARY KEY ("SeminarId", "Position"),
    CONSTRAINT "FK_SeminarSpeaker_Affiliations_AffiliationId" FOREIGN KEY ("AffiliationId") REFERENCES "Affiliations" ("Id"),
    CONSTRAINT "FK_SeminarSpeaker_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_SeminarSpeaker_Seminars_SeminarId" FOREIGN KEY ("SeminarId") REFERENCES "Seminars" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SeminarText" (
    "SeminarId" INTEGER NOT NULL CONSTRAINT "PK_SeminarText" PRIMARY KEY,
    "AbstractHtml" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Speakers" TEXT NOT NULL,
    "Affiliations" TEXT NOT NULL,
    "Categories" TEXT NOT NULL,
    "Tags" TEXT NOT NULL,
    "Abstract" TEXT NOT NULL,
    "Also" TEXT NOT NULL,
    CONSTRAINT "FK_SeminarText_Seminars_SeminarId" FOREIGN KEY ("SeminarId") REFERENCES "Seminars" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SeminarTag" (
    "SeminarId" INTEGER NOT NULL,
    "TagId" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    CONSTRAINT "PK_SeminarTag" PRIMARY KEY ("SeminarId", "TagId"),
    CONSTRAINT "FK_SeminarTag_Seminars_SeminarId" FOREIGN KEY ("SeminarId") REFERENCES "Seminars" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_SeminarTag_Tags_TagId" FOREIGN KEY ("TagId") REFERENCES "Tags" ("Id") ON DELETE CASCADE
);


CREATE UNIQUE INDEX "IX_Affiliations_Slug" ON "Affiliations" ("Slug");


CREATE INDEX "IX_Affiliations_SortKey" ON "Affiliations" ("SortKey");


CREATE INDEX "IX_Aliases_SeminarId" ON "Aliases" ("SeminarId");


CREATE UNIQUE INDEX "IX_Authors_Slug" ON "Authors" ("Slug");


CREATE INDEX "IX_Authors_SortKey" ON "Authors" ("SortKey");


CREATE UNIQUE INDEX "IX_Categories_Slug" ON "Categories" ("Slug");


CREATE INDEX "IX_Categories_SortKey" ON "Categories" ("SortKey");


CREATE INDEX "IX_FormerSlugs_SeminarId" ON "FormerSlugs" ("SeminarId");


CREATE UNIQUE INDEX "IX_People_Slug" ON "People" ("Slug");


CREATE INDEX "IX_People_SortKey" ON "People" ("SortKey");


CREATE INDEX "IX_PersonAliases_PersonId" ON "PersonAliases" ("PersonId");


CREATE INDEX "IX_SeminarAuthor_SeminarId" ON "SeminarAuthor" ("SeminarId");


CREATE INDEX "IX_SeminarCategory_SeminarId" ON "SeminarCategory" ("SeminarId");


CREATE INDEX "IX_Seminars_ChangedAt_Key_Status_WasPublic_Year" ON "Seminars" ("ChangedAt", "Key", "Status", "WasPublic", "Year");


CREATE INDEX "IX_Seminars_DueAt" ON "Seminars" ("DueAt");


CREATE INDEX "IX_Seminars_ExternalId" ON "Seminars" ("ExternalId");


CREATE UNIQUE INDEX "IX_Seminars_Key" ON "Seminars" ("Key");


CREATE UNIQUE INDEX "IX_Seminars_Path" ON "Seminars" ("Path");


CREATE UNIQUE INDEX "IX_Seminars_Slug" ON "Seminars" ("Slug");


CREATE INDEX "IX_Seminars_Status_EndsAt" ON "Seminars" ("Status", "EndsAt");


CREATE INDEX "IX_Seminars_Status_PublishedKey_Key" ON "Seminars" ("Status", "PublishedKey", "Key");


CREATE INDEX "IX_Seminars_Status_SortKey_Slug_EndsAt_Year_HasSlides_HasRecording" ON "Seminars" ("Status", "SortKey" DESC, "Slug", "EndsAt", "Year", "HasSlides", "HasRecording");


CREATE INDEX "IX_Seminars_Status_Year_Month_SortKey_Slug_EndsAt" ON "Seminars" ("Status", "Year" DESC, "Month" DESC, "SortKey" DESC, "Slug", "EndsAt");


CREATE INDEX "IX_SeminarSpeaker_AffiliationId_SeminarId" ON "SeminarSpeaker" ("AffiliationId", "SeminarId");


CREATE INDEX "IX_SeminarSpeaker_NameSlug" ON "SeminarSpeaker" ("NameSlug") WHERE "Orcid" IS NOT NULL;


CREATE INDEX "IX_SeminarSpeaker_PersonId_SeminarId" ON "SeminarSpeaker" ("PersonId", "SeminarId");


CREATE INDEX "IX_SeminarTag_TagId" ON "SeminarTag" ("TagId");


CREATE INDEX "IX_SourceFiles_SlugTaken" ON "SourceFiles" ("SlugTaken") WHERE "SlugTaken";


CREATE UNIQUE INDEX "IX_Tags_Slug" ON "Tags" ("Slug");


CREATE INDEX "IX_Tags_SortKey" ON "Tags" ("SortKey");


CREATE INDEX "IX_Tombstones_Key" ON "Tombstones" ("Key");


CREATE INDEX "IX_Tombstones_RemovedAt_Key" ON "Tombstones" ("RemovedAt", "Key");


CREATE INDEX "IX_Tombstones_SeminarId" ON "Tombstones" ("SeminarId");
