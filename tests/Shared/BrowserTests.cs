namespace ShallowNet.TestTools;

/// <summary>The tests that share one browser.</summary>
[CollectionDefinition("browser")]
public sealed class BrowserTests : ICollectionFixture<Chromium>;
