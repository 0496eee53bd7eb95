// What sites of government bodies must carry: meta tags for the site, the column and the article, and the
// marks of the footer. Nothing where site.yaml has no section `government`.
#pragma once

#include "views/page.hpp"
#include "views/view_context.hpp"

namespace gongshi {

/// [{name, content}]: SiteName, SiteDomain, SiteIDCode; of a column ColumnName, ColumnDescription,
/// ColumnKeywords, ColumnType; of an article ArticleTitle, PubDate, ContentSource.
ViewList government_meta(const ViewContext& context, const PageView& page);
/// [text] for the footer.
ViewList government_marks(const ViewContext& context);

}  // namespace gongshi
