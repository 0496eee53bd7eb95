// The list of all pages. Each page kind is one file of this folder.
#pragma once

#include <optional>
#include <vector>

#include "views/item_lists.hpp"
#include "views/long_table.hpp"
#include "views/page.hpp"
#include "views/view_context.hpp"

namespace gongshi {

/// What the layout around every page says: {language, root, site_title, organisation, notice, as_of,
/// audience, search, navigation: [{text, href, current}], page_title, description, canonical, address, hash,
/// meta, marks}.
ViewObject frame_of(const ViewContext& context, const PageJob& job, const PageView& page);

PageView home_page(const ViewContext& context);
PageView about_page(const ViewContext& context);
PageView check_page(const ViewContext& context);
PageView not_found_page(const ViewContext& context);
/// The table of a kind's index.
LongTables index_tables(const ViewContext& context, Kind kind);
PageView index_page(const ViewContext& context, Kind kind, const LongTables& tables);
/// Is there anything that the cause pages tell: a cause, a rule, or a correction that must name one?
bool has_causes(const PublishedSite& site);
/// Links to pages that tell of the same records together, for the page at `from`. `tells_causes` is
/// has_causes(), which looks at every item.
ViewList related_pages(const ViewContext& context, Kind kind, std::string_view from, bool tells_causes);
/// Is there anything that the stage report tells?
bool has_reports(const PublishedSite& site);
/// Places of the units: the head office first, then in the order that they are given, then in that of their
/// ids; never by figures.
std::vector<std::uint32_t> units_in_order(const PublishedSite& site);
/// First and last day of a stage, or that they are not known.
std::string phase_span(const ViewContext& context, const Phase& phase);
PageView bulletin_page(const ViewContext& context, const PublishedRecord& record);
PageView consultation_page(const ViewContext& context, const PublishedRecord& record);
PageView feedback_page(const ViewContext& context, const PublishedRecord& record);
PageView institution_page(const ViewContext& context, const PublishedRecord& record);
PageView objective_page(const ViewContext& context, const PublishedRecord& record);
PageView opinion_page(const ViewContext& context, const PublishedRecord& record);
PageView unit_page(const ViewContext& context, const PublishedRecord& record);
PageView unit_index_page(const ViewContext& context, const LongTables& tables);
PageView phase_page(const ViewContext& context, const PublishedRecord& record);
PageView plan_page(const ViewContext& context, const PublishedRecord& record);
PageView item_page(const ViewContext& context, const PublishedRecord& record);
/// Tables of the page `oversight/index.html`.
LongTables oversight_tables(const ViewContext& context);
PageView oversight_page(const ViewContext& context, const LongTables& tables);
PageView search_page(const ViewContext& context);
PageView site_map_page(const ViewContext& context, const ItemLists& lists);
PageView record_page(const ViewContext& context, const PublishedRecord& published);
LongTables flow_tables(const ViewContext& context);
PageView flow_page(const ViewContext& context, const LongTables& tables);
/// Tables of the page `oversight/trace.html`.
LongTables trace_tables(const ViewContext& context);
PageView trace_page(const ViewContext& context, const LongTables& tables);
/// Tables of the page of this cause.
LongTables cause_tables(const ViewContext& context, Cause cause);
std::string cause_title(const ViewContext& context, Cause cause);
PageView cause_page(const ViewContext& context, Cause cause, const LongTables& tables);
PageView plan_matrix_page(const ViewContext& context);
PageView duty_matrix_page(const ViewContext& context);
/// The stage that is current, else the last one; nothing where there is none.
std::optional<std::uint32_t> current_phase(const PublishedSite& site);
/// The report of a stage at `path`, or of the whole where there are no stages.
std::string report_title(const ViewContext& context, std::optional<std::uint32_t> phase);
LongTables report_tables(const ViewContext& context, std::optional<std::uint32_t> phase,
                         const std::string& path);
PageView stage_report_page(const ViewContext& context, std::optional<std::uint32_t> phase,
                           const std::string& path, const LongTables& tables);
/// On which pages the results of a poll stand, those of its aspects beside them.
Paging survey_paging(const ViewContext& context, RecordKey self);
PageView survey_results_page(const ViewContext& context, RecordKey self, std::size_t number);
PageView survey_page(const ViewContext& context, const PublishedRecord& published);
PageView lookback_page(const ViewContext& context, const PublishedRecord& published);
/// What robots find: all these pages; or, where they are too many for one file, the files that name them.
PageView sitemap_page(const ViewContext& context, const std::vector<std::string>& paths);
PageView sitemap_index_page(const ViewContext& context, const std::vector<std::string>& sitemaps);
/// Paths in groups that a sitemap may hold: 50,000 addresses and 50 MB.
std::vector<std::vector<std::string>> sitemap_groups(const ViewContext& context,
                                                     const std::vector<std::string>& paths);
PageView robots_page(const ViewContext& context);

/// A job for each page of the site but those of its open data: home, prose, then kind by kind. `context` must
/// outlive the jobs.
std::vector<PageJob> build_pages(const ViewContext& context);
/// Jobs for what robots read: the sitemap of the pages at `paths`, and where to find it.
std::vector<PageJob> robot_pages(const ViewContext& context, const std::vector<std::string>& paths);

}  // namespace gongshi
